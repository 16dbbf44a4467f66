using System.Text.Json;
using Manset.Copy;
using Manset.Wire;

namespace Manset.Tests.Wire.Formats;

public sealed partial class StatedTests
{
    static readonly string[] InCommon = ["people", "person", "organisations", "organisation", "places", "place", "objects", "object", "events", "event"];

    [Fact]
    public void No_field_of_a_ninjs_sample_is_lost()
    {
        foreach (var file in SharedData.Files("ninjs").Where(file => file.EndsWith(".json", StringComparison.Ordinal)
            && !file.Contains("schema", StringComparison.Ordinal) && !file.Contains("should_fail", StringComparison.Ordinal) && !file.Contains("invalid", StringComparison.Ordinal)))
        {
            var bytes = File.ReadAllBytes(file);
            var reading = Manset.Wire.Formats.Read(bytes, null, null);
            using var document = JsonDocument.Parse(bytes, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("uri", out var uri)) continue;
            var item = reading.Items.FirstOrDefault(item => item.Guid == uri.GetString());
            if (item is null) Want(Path.GetFileName(file), "item", uri.GetString(), !Speaks(document.RootElement) && reading.Refused.Count == 1);
            else Ninjs(Path.GetFileName(file), document.RootElement, item);
        }
        Report(600);
    }

    void Ninjs(string file, JsonElement item, Dispatch read)
    {
        if (Word(item, "version") is { } version && int.TryParse(version, null, out var take) && take > 0) Want(file, "version", version, read.Version == take);
        One(file, item, "language", word => read.Language == word);
        One(file, item, "slugline", word => read.Slug == Prose.Plain(word));
        One(file, item, "by", word => read.Byline == Prose.Plain(word));
        One(file, item, "byline", word => read.Byline == Prose.Plain(word));
        One(file, item, "located", word => read.Located == Prose.Plain(word));
        One(file, item, "ednote", word => read.EditorialNote == Prose.Plain(word));
        One(file, item, "usageterms", word => read.UsageTerms == Prose.OneLine(word));
        One(file, item, "copyrightnotice", word => read.Rights == Prose.OneLine(word));
        One(file, item, "urgency", word => read.Urgency == Math.Min(8, int.Parse(word, null)));
        One(file, item, "embargoed", word => read.Embargo == WireTime.Of(word));
        One(file, item, "embargoedUntil", word => read.Embargo == WireTime.Of(word));
        One(file, item, "versioncreated", word => read.Sent == WireTime.Of(word));
        One(file, item, "versionCreated", word => read.Sent == WireTime.Of(word));
        One(file, item, "pubstatus", word => (word == "usable") == (read.Status == WireStatus.Usable));
        One(file, item, "headline", word => read.Headline == Prose.OneLine(word));
        Some(file, "headline", Each(item, "headlines").Select(each => Word(each, "value")).OfType<string>(), word => read.Headline == Prose.Cut(Prose.OneLine(word), 500));
        All(file, "subject", Each(item, "subjects").Concat(Each(item, "subject")).Select(each => Word(each, "code") ?? Word(each, "uri") ?? Word(each, "literal") ?? Word(each, "name")).OfType<string>(),
            code => read.Subjects.Any(subject => subject == code || subject.EndsWith(code.Split('/')[^1], StringComparison.Ordinal)));
        foreach (var list in InCommon)
            All(file, list, Each(item, list).Select(each => Word(each, "name")).OfType<string>(), name => read.Keywords.Contains(Prose.Cut(Prose.OneLine(name), 200)));
        Some(file, "source", Each(item, "infosources").Concat(Each(item, "infosource")).Select(each => Word(each, "name")).OfType<string>(), name => read.Credit!.Contains(name, StringComparison.Ordinal));
        All(file, "association", Each(item, "associations").Select(each => Word(each, "uri")).OfType<string>(), uri => read.Associations.Any(other => other.Target == uri));
        All(file, "rendition", Each(item, "associations").Append(item).Where(each => Pictured.Contains(Word(each, "type"))).SelectMany(each => Each(each, "renditions"))
            .Where(each => (Word(each, "contenttype") ?? Word(each, "contentType") ?? Word(each, "mimetype") ?? "image/").StartsWith("image", StringComparison.Ordinal)).Select(each => Word(each, "href")).OfType<string>(),
            href => Places(read).Any(place => place == href || place == new Uri(href, UriKind.RelativeOrAbsolute).ToString()));
        var bodies = item.EnumerateObject().Where(member => member.Name.StartsWith("body_", StringComparison.Ordinal)).Select(member => member.Value.GetString())
            .Concat(Each(item, "bodies").Select(each => Word(each, "value"))).OfType<string>().Where(text => text.Length > 0).ToList();
        Some(file, "body", bodies, text => Squeezed(CanonicalHtml.Text(read.Body)) == Squeezed(CanonicalHtml.Text(text)) || Squeezed(CanonicalHtml.Text(read.Body)) == Squeezed(text)
            || text.Contains("<body.content>", StringComparison.Ordinal) && Squeezed(CanonicalHtml.Text(text[text.IndexOf("<body.content>", StringComparison.Ordinal)..])) == Squeezed(CanonicalHtml.Text(read.Body)));
    }

    void One(string file, JsonElement item, string field, Func<string, bool> met)
    {
        if (Word(item, field) is { Length: > 0 } word) Want(file, field, word, met(word));
    }

    static bool Speaks(JsonElement item) => item.EnumerateObject().Any(member => member.Name.StartsWith("headline", StringComparison.Ordinal)
        || member.Name.StartsWith("bod", StringComparison.Ordinal) || member.Name.StartsWith("description", StringComparison.Ordinal) || member.Name is "title" or "slugline");

    static string? Word(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        } : null;

    static IEnumerable<JsonElement> Each(JsonElement item, string name) =>
        item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(name, out var list) ? []
        : list.ValueKind == JsonValueKind.Array ? list.EnumerateArray()
        : list.ValueKind == JsonValueKind.Object ? list.EnumerateObject().Select(member => member.Value) : [];
}
