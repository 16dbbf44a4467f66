using System.Text.Json;

namespace Manset.Wire;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org).</summary>
static class JsonFeed
{
    public static bool Is(JsonElement root) => root.Word("version")?.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) == true;

    public static Reading Read(JsonElement feed, Uri? address)
    {
        var start = Addresses.Resolve(feed.Word("home_page_url"), address) ?? Addresses.Resolve(feed.Word("feed_url"), address) ?? address;
        var (authors, language) = (Authors(feed), feed.Word("language"));
        return Reading.Of("json-feed", feed.Each("items").Select(item => Item(item, start, authors, language)), feed.Line("title"));
    }

    static Draft Item(JsonElement item, Uri? start, string? authors, string? language)
    {
        var draft = new Draft
        {
            Guid = item.Word("id"),
            Language = item.Word("language") ?? language,
            Headline = item.Line("title") ?? "",
            Byline = Authors(item) ?? authors,
            Sent = WireTime.Of(item.Word("date_modified")) ?? WireTime.Of(item.Word("date_published")),
            Link = Addresses.Resolve(item.Word("url"), start) ?? Addresses.Resolve(item.Word("external_url"), start),
            Standfirst = item.Line("summary"),
        };
        if (item.Word("external_url") is { } other && draft.Link?.ToString() != other) draft.Associations.Add(new("external", other, null));
        draft.Subjects.AddRange(item.Each("tags").Select(tag => Prose.OneLine(tag.AsWord() ?? "")));
        foreach (var place in new[] { item.Word("image"), item.Word("banner_image") })
            if (Addresses.Resolve(place, start) is { } picture) draft.Pictures.Add(new(picture, null, null, null));
        foreach (var file in item.Each("attachments")) Attachment(file, draft, start);
        if (item.Word("content_html") is { } html)
        {
            draft.Body = Prose.Body(html, draft.Link ?? start);
            if (draft.Pictures.Count == 0) MediaParts.Within(html, draft, draft.Link ?? start);
        }
        else if (item.Word("content_text") is { } text) draft.Body = Prose.OfText(text);
        return draft;
    }

    static void Attachment(JsonElement file, Draft draft, Uri? start)
    {
        if (Addresses.Resolve(file.Word("url"), start) is not { } place) return;
        if (file.Word("mime_type")?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true) draft.Pictures.Add(new(place, file.Line("title"), null, null));
        else draft.Associations.Add(new("enclosure", place.AbsoluteUri, file.Line("title")));
    }

    /// <summary>1.1 has a list, 1.0 had one author.</summary>
    static string? Authors(JsonElement of) =>
        string.Join(", ", of.Each("authors", "author").Select(author => author.Line("name") ?? author.AsWord()).OfType<string>()) is { Length: > 0 } names ? names : null;
}
