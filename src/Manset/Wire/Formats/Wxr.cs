using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Manset.Wire;

/// <summary>
/// WordPress's export (WXR 1.0 to 1.2): RSS with all of a site in it. Published posts and pages are items; attachments are their
/// pictures; everything else is refused by name.
/// </summary>
static partial class Wxr
{
    static readonly string[] Hours = ["wp:post_modified_gmt", "wp:post_date_gmt", "pubdate", "wp:post_date"];

    public static bool Is(XElement root) =>
        root.Elements().Any(channel => channel.Elements().Any(part => Word(part) is "wp:wxr_version" or "wp:base_blog_url" or "wp:base_site_url"))
        || root.Descendants().Take(2000).Any(part => Word(part) == "wp:post_type");

    public static Reading Read(XElement root, Uri? address)
    {
        var channel = root.Elements().FirstOrDefault(part => Word(part) == "channel") ?? root;
        var start = Addresses.Resolve(Text(channel, "link"), address) ?? address;
        var names = channel.Elements().Where(part => Word(part) == "wp:author")
            .GroupBy(author => Text(author, "wp:author_login") ?? "").ToDictionary(same => same.Key, same => Line(same.First(), "wp:author_display_name") ?? same.Key);
        var items = channel.Elements().Where(part => Word(part) == "item").ToList();
        var pictures = items.Where(item => Text(item, "wp:post_type") == "attachment").ToList();
        var byId = pictures.GroupBy(item => Text(item, "wp:post_id") ?? "").ToDictionary(same => same.Key, same => same.First());
        var byParent = pictures.ToLookup(item => Text(item, "wp:post_parent") ?? "0");
        var drafts = items.Except(pictures).Select(item => Item(item, start, Text(channel, "language"), names, byId, byParent));
        return Reading.Of("wxr", drafts, Line(channel, "title"));
    }

    static Draft Item(
        XElement item, Uri? start, string? language, Dictionary<string, string> names, Dictionary<string, XElement> byId, ILookup<string, XElement> byParent)
    {
        var link = Addresses.Resolve(Text(item, "link"), start);
        var draft = new Draft
        {
            Line = item.Line,
            Guid = Text(item, "guid"),
            Language = language,
            Headline = Line(item, "title") ?? "",
            Slug = Line(item, "wp:post_name"),
            Standfirst = Line(item, "excerpt:encoded"),
            Link = link,
            Byline = Text(item, "dc:creator") is { } login ? names.GetValueOrDefault(login, Prose.OneLine(login)) : null,
            Sent = Hours.Select(name => Hour(item, name)).FirstOrDefault(hour => hour is not null),
            Refusal = Refusal(Text(item, "wp:post_type") ?? "post", Text(item, "wp:status") ?? "publish", Text(item, "wp:post_password")),
        };
        if (draft.Refusal is not null) return draft;
        foreach (var category in item.Elements().Where(part => Word(part) == "category" && part.Value.Length > 0))
            ((string?)category.Attribute("domain") is "post_tag" or "tag" ? draft.Keywords : draft.Subjects).Add(Prose.OneLine(category.Value));

        var html = Paragraphs(Text(item, "content:encoded") ?? "");
        draft.Body = Prose.Body(html, link ?? start);
        if (Meta(item, "_thumbnail_id") is { } lead && byId.TryGetValue(lead, out var leading)) Picture(leading, draft, start);
        foreach (var attached in byParent[Text(item, "wp:post_id") ?? ""].Take(Draft.MostPictures)) Picture(attached, draft, start);
        if (draft.Pictures.Count == 0) MediaParts.Within(html, draft, link ?? start);
        return draft;
    }

    static string? Refusal(string type, string status, string? password) => (type, status) switch
    {
        not ("post" or "page", _) => $"A {Prose.Cut(type, 40)}, not a post.",
        (_, not "publish") => $"Not published: its status is {Prose.Cut(status, 40)}.",
        _ => password is null ? null : "Not published: it is behind a password.",
    };

    /// <summary>WordPress writes zeros for an hour that never was; its local hour says no zone.</summary>
    static DateTimeOffset? Hour(XElement item, string name) => Text(item, name) is { } written && !written.StartsWith("0000", StringComparison.Ordinal) ? WireTime.Of(written) : null;

    static void Picture(XElement attachment, Draft draft, Uri? start)
    {
        if (Addresses.Resolve(Text(attachment, "wp:attachment_url") ?? Text(attachment, "guid"), start) is not { } place || !MediaParts.IsPictureName(place.AbsolutePath)) return;
        draft.Pictures.Add(new(place, Line(attachment, "excerpt:encoded") ?? Line(attachment, "content:encoded"), null, Meta(attachment, "_wp_attachment_image_alt") is { } alt ? Prose.OneLine(alt) : null));
    }

    static string? Meta(XElement item, string key) =>
        item.Elements().Where(part => Word(part) == "wp:postmeta").FirstOrDefault(meta => Text(meta, "wp:meta_key") == key) is { } found ? Text(found, "wp:meta_value") : null;

    /// <summary>What the older editor leaves to be done when a page is made: captions, and paragraphs where only blank lines part them.</summary>
    static string Paragraphs(string text)
    {
        text = Caption.Replace(text, "<figure>${picture}<figcaption>${words}</figcaption></figure>");
        text = ShortCode.Replace(text, "");
        if (Paragraph.IsMatch(text)) return text;
        return string.Concat(BlankLine.Split(text).Where(part => part.Trim().Length > 0)
            .Select(part => Block.IsMatch(part) ? part : $"<p>{part.Trim().Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));
    }

    static string Word(XElement part) => Vocabulary.Of(part.Name);

    static string? Text(XElement parent, string name) =>
        parent.Elements().FirstOrDefault(part => Word(part) == name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    static string? Line(XElement parent, string name) => Text(parent, name) is { } text && Prose.OneLine(text) is { Length: > 0 } line ? line : null;

    [GeneratedRegex(@"\[caption[^\]]{0,500}\]\s*(?<picture>(?:<a\b[^>]*>)?\s*<img\b[^>]*>\s*(?:</a>)?)(?<words>[^\[]{0,5000})\[/caption\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex Caption { get; }

    [GeneratedRegex(@"\[/?(?:gallery|audio|video|playlist|embed|caption)\b[^\]]{0,500}\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex ShortCode { get; }

    [GeneratedRegex(@"<p[\s>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex Paragraph { get; }

    [GeneratedRegex(@"^\s*<(?:h[1-6]|ul|ol|blockquote|figure|table|div|pre|hr)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex Block { get; }

    [GeneratedRegex(@"\r?\n[ \t]*\r?\n\s*")]
    static partial Regex BlankLine { get; }
}
