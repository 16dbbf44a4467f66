using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Manset.Copy;
using Manset.Wire;

namespace Manset.Tests.Wire.Formats;

/// <summary>What the standards' own sample documents state, looked up in the plainest way, must be in what we read of them.</summary>
public sealed partial class StatedTests(ITestOutputHelper output)
{
    static readonly string[] Pictured = ["picture", "graphic"];
    static readonly string[] InCommon = ["people", "person", "organisations", "organisation", "places", "place", "objects", "object", "events", "event"];

    readonly List<string> lost = [];
    int stated;

    [Fact]
    public void No_field_of_a_NewsML_G2_sample_is_lost()
    {
        foreach (var file in SharedData.Files("newsml-g2").Where(file => file.EndsWith(".xml", StringComparison.Ordinal)
            && (file.Contains("should_pass", StringComparison.Ordinal) || file.Contains("examples", StringComparison.Ordinal))))
        {
            var reading = Manset.Wire.Formats.Read(File.ReadAllBytes(file), null, null);
            if (Loaded(file) is not { } document) continue;
            foreach (var item in document.DescendantsAndSelf().Where(element => element.Name.LocalName is "newsItem" or "packageItem" or "conceptItem" or "knowledgeItem" or "planningItem" or "catalogItem"))
                G2(Path.GetFileName(file), item, reading);
        }
        Report(450);
    }

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

    void G2(string file, XElement item, Reading reading)
    {
        var guid = (string?)item.Attribute("guid");
        var read = reading.Items.FirstOrDefault(read => read.Guid == guid);
        var words = Texts(item, "itemMeta", "title").Concat(Texts(item, "contentMeta", "headline")).Concat(Texts(item, "contentMeta", "slugline")).Concat(Texts(item, "contentMeta", "description")).ToList();
        if (read is null)
        {
            Want(file, "item", guid, words.Count == 0 && reading.Refused.Any(refusal => refusal.Guid == guid));
            return;
        }
        if ((string?)item.Attribute("version") is { } version) Want(file, "version", version, read.Version.ToString(null, null) == version);
        if ((string?)item.Attribute(XNamespace.Xml + "lang") is { } language) Want(file, "language", language, read.Language == language);
        Some(file, "headline", Texts(item, "contentMeta", "headline"), line => read.Headline == line);
        Some(file, "slugline", Texts(item, "contentMeta", "slugline"), line => read.Slug == line);
        Some(file, "byline", Texts(item, "contentMeta", "by"), line => read.Byline == line);
        Some(file, "dateline", Texts(item, "contentMeta", "dateline"), line => read.Dateline == line);
        Some(file, "credit", Texts(item, "contentMeta", "creditline"), line => read.Credit == line);
        Some(file, "rights", Texts(item, "rightsInfo", "copyrightNotice"), line => read.Rights == line);
        Some(file, "usage terms", Texts(item, "rightsInfo", "usageTerms"), line => read.UsageTerms == line);
        Some(file, "located", Parts(item, "contentMeta", "located").SelectMany(place => Children(place, "name")).Select(Line), line => read.Located == line);
        All(file, "keyword", Texts(item, "contentMeta", "keyword"), word => read.Keywords.Contains(word));
        All(file, "note", Texts(item, "itemMeta", "edNote"), note => read.EditorialNote!.Contains(note, StringComparison.Ordinal));
        All(file, "urgency", Texts(item, "contentMeta", "urgency"), urgency => read.Urgency?.ToString(null, null) == urgency);
        All(file, "embargo", Texts(item, "itemMeta", "embargoed"), hour => read.Embargo == WireTime.Of(hour));
        All(file, "sent", Texts(item, "itemMeta", "versionCreated"), hour => read.Sent == DateTimeOffset.Parse(hour, null, System.Globalization.DateTimeStyles.AssumeUniversal));
        All(file, "status", Attributes(Parts(item, "itemMeta", "pubStatus"), "qcode"), status => status.EndsWith(":usable", StringComparison.Ordinal) == (read.Status == WireStatus.Usable));
        All(file, "subject", Attributes(Parts(item, "contentMeta", "subject"), "qcode"), code => read.Subjects.Contains(code) || read.Subjects.Contains("medtop:" + code.Split(':')[1]));
        All(file, "link", Attributes(Parts(item, "itemMeta", "link"), "residref"), reference => read.Associations.Any(other => other.Target == reference));
        All(file, "member", Attributes(item.Descendants().Where(part => part.Name.LocalName == "itemRef"), "residref"), reference => read.Associations.Any(other => other.Target == reference));
        var pictured = Pictured.Contains(Attributes(Parts(item, "itemMeta", "itemClass"), "qcode").FirstOrDefault()?.Split(':')[^1]);
        All(file, "rendition", pictured ? Attributes(Parts(item, "contentSet", "remoteContent").Where(part => ((string?)part.Attribute("contenttype"))?.StartsWith("image/", StringComparison.Ordinal) == true), "href") : [],
            href => Places(read).Any(place => place.EndsWith(href.Split('/')[^1].Trim(), StringComparison.Ordinal)));
        All(file, "paragraph", item.Descendants().Where(part => part.Name.LocalName == "p" && part.Ancestors().Any(outer => outer.Name.LocalName == "inlineXML")).Select(Line),
            text => Squeezed(CanonicalHtml.Text(read.Body) + read.Standfirst).Contains(Squeezed(text), StringComparison.Ordinal));
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

    void Report(int atLeast)
    {
        output.WriteLine($"{stated - lost.Count} of {stated} stated fields are read");
        foreach (var field in lost) output.WriteLine("    " + field);
        Assert.Empty(lost);
        Assert.True(stated >= atLeast, $"{stated} fields");
    }

    void Want(string file, string field, string? value, bool met)
    {
        stated++;
        if (!met) lost.Add($"{file}: {field} {(value is { Length: > 80 } ? value[..80] : value)}");
    }

    /// <summary>Of several in different languages or roles, one is enough.</summary>
    void Some(string file, string field, IEnumerable<string> values, Func<string, bool> met)
    {
        var list = values.Where(value => value.Length > 0).ToList();
        if (list.Count > 0) Want(file, field, list[0], list.Any(met));
    }

    void All(string file, string field, IEnumerable<string> values, Func<string, bool> met)
    {
        foreach (var value in values.Where(value => value.Length > 0)) Want(file, field, value, met(value));
    }

    void One(string file, JsonElement item, string field, Func<string, bool> met)
    {
        if (Word(item, field) is { Length: > 0 } word) Want(file, field, word, met(word));
    }

    static XElement? Loaded(string file)
    {
        try
        {
            return XDocument.Load(file).Root;
        }
        catch (System.Xml.XmlException)
        {
            return null;
        }
    }

    static bool Speaks(JsonElement item) => item.EnumerateObject().Any(member => member.Name.StartsWith("headline", StringComparison.Ordinal)
        || member.Name.StartsWith("bod", StringComparison.Ordinal) || member.Name.StartsWith("description", StringComparison.Ordinal) || member.Name is "title" or "slugline");

    static IEnumerable<string> Places(Dispatch read) =>
        read.Pictures.SelectMany(picture => picture.Renditions.Select(rendition => rendition.Address).Append(picture.Address.ToString()));

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

    static IEnumerable<XElement> Children(XElement parent, string name) => parent.Elements().Where(part => part.Name.LocalName == name);

    static IEnumerable<XElement> Parts(XElement item, string under, string name) => Children(item, under).SelectMany(part => Children(part, name));

    static IEnumerable<string> Texts(XElement item, string under, string name) => Parts(item, under, name).Select(Line).Where(line => line.Length > 0);

    static IEnumerable<string> Attributes(IEnumerable<XElement> parts, string name) => parts.Select(part => (string?)part.Attribute(name)).OfType<string>();

    static string Line(XElement part) => Prose.Plain(part.Value);

    static string Squeezed(string text) => Blank.Replace(text, "");

    [GeneratedRegex(@"[\s\u00A0]+")]
    static partial Regex Blank { get; }
}
