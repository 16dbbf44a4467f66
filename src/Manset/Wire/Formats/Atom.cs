using System.Text;
using System.Xml.Linq;

namespace Manset.Wire;

/// <summary>Atom 1.0, and 0.3 where feeds still speak it.</summary>
static class Atom
{
    public static Reading Read(XElement feed, Uri? address)
    {
        Adopt(feed);
        var start = Addresses.Base(feed, address);
        var author = feed.Elements().FirstOrDefault(part => Word(part) == "author");
        var entries = feed.Elements().Where(part => Word(part) == "entry").Select(entry => Entry(entry, start, Addresses.Language(feed), author));
        return Reading.Of("atom", entries, Title(feed));
    }

    /// <summary>An entry may be a document of its own.</summary>
    public static Reading ReadEntry(XElement entry, Uri? address) => Reading.Of("atom", [Entry(entry, address, null, null)]);

    /// <summary>A feed in a namespace that nobody knows was meant to be Atom all the same.</summary>
    static void Adopt(XElement feed)
    {
        var own = feed.Name.Namespace;
        if (!Vocabulary.Of(feed.Name).StartsWith("other:", StringComparison.Ordinal)) return;
        foreach (var part in feed.DescendantsAndSelf().Where(part => part.Name.Namespace == own)) part.Name = XName.Get(part.Name.LocalName, Vocabulary.Meant("atom"));
    }

    static string Word(XElement part) => Vocabulary.Of(part.Name) is var name && name.StartsWith("atom:", StringComparison.Ordinal) ? name[5..] : name;

    static Draft Entry(XElement entry, Uri? start, string? language, XElement? feedAuthor)
    {
        start = Addresses.Base(entry, start);
        var draft = new Draft { Line = entry.Line, Language = Addresses.Language(entry) ?? language };
        var (title, summary, content) = ((XElement?)null, (XElement?)null, (XElement?)null);
        DateTimeOffset? published = null;
        foreach (var part in entry.Elements())
        {
            switch (Word(part))
            {
                case "id": draft.Guid ??= part.Value.Trim(); break;
                case "title": (title, draft.Headline) = (part, Line(part)); break;
                case "summary": summary = part; break;
                case "content": content ??= part; break;
                case "author" when Name(part) is { } name: draft.Byline = Draft.Joined(draft.Byline, name, ", "); break;
                case "dc:creator": draft.Byline ??= Prose.OneLine(part.Value); break;
                case "category" or "dc:subject": draft.Subjects.AddRange(Subjects(part)); break;
                case "rights" or "copyright" or "dc:rights" when Line(part) is { Length: > 0 } rights: draft.Rights ??= rights; break;
                case "updated" or "modified" when WireTime.Of(part.Value) is { } changed: draft.Sent = changed; break;
                case "published" or "issued" or "created" or "dc:date": published ??= WireTime.Of(part.Value); break;
                case "link": Link(part, draft, start); break;
                case "source" when Title(part) is { } source: draft.Credit ??= source; break;
                default: if (!Marks.Read(part, draft)) MediaParts.Read(part, draft, start); break;
            }
        }
        draft.Sent ??= published;
        MediaParts.Describe(entry, draft);
        if (draft.Byline is null && feedAuthor is not null) draft.Byline = Name(feedAuthor);
        var body = content is not null && content.Attribute("src") is null && (content.HasElements || content.Value.Length > 0) ? content : summary;
        draft.Language = (body is null ? null : Addresses.Language(body)) ?? (title is null ? null : Addresses.Language(title)) ?? draft.Language;
        if (body is not null)
        {
            var place = Addresses.Base(body, start);
            draft.Body = Body(body, place);
            if (draft.Pictures.Count == 0) MediaParts.Within(Html(body), draft, place);
            if (summary is not null && body != summary && Line(summary) is { Length: > 0 } line) draft.Standfirst = line;
        }
        return draft;
    }

    static string Kind(XElement text) => ((string?)text.Attribute("type"))?.Trim().ToLowerInvariant() switch
    {
        // In 0.3 the type is a media type and the mode says how it is packed.
        "text/html" or "html" => "html",
        "application/xhtml+xml" or "xhtml" => "xhtml",
        null or "" or "text" or "text/plain" => (string?)text.Attribute("mode") == "escaped" && text.Value.Contains('<', StringComparison.Ordinal) ? "html" : "text",
        _ => "other",
    };

    static string Html(XElement text) => Packed(text) ?? Markup.Of(text);

    static string? Packed(XElement text)
    {
        // In 1.0, what is neither text nor XML is packed.
        if ((string?)text.Attribute("mode") != "base64" && (string?)text.Attribute("type") != "application/octet-stream") return null;
        var bytes = new byte[text.Value.Length];
        return Convert.TryFromBase64String(text.Value, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : "";
    }

    static string Line(XElement text) => Kind(text) == "text" && !text.HasElements && Packed(text) is null ? Prose.Plain(text.Value) : Prose.OneLine(Html(text));

    static string Body(XElement text, Uri? start) => Kind(text) switch
    {
        "text" when !text.HasElements && Packed(text) is null && !text.Value.Contains("</", StringComparison.Ordinal) => Prose.OfText(text.Value),
        "other" when Packed(text) is null && (string?)text.Attribute("type") is { } type && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal) => "",
        _ => Prose.Body(Html(text), start),
    };

    static string? Name(XElement person) =>
        person.Elements().FirstOrDefault(part => Word(part) == "name")?.Value is { } name && Prose.Plain(name) is { Length: > 0 } line ? line : null;

    static string? Title(XElement source) =>
        source.Elements().FirstOrDefault(part => Word(part) == "title") is { } title && Line(title) is { Length: > 0 } line ? line : null;

    /// <summary>The term is for programs, the label for people.</summary>
    static IEnumerable<string> Subjects(XElement category) =>
        new[] { (string?)category.Attribute("label"), (string?)category.Attribute("term") ?? category.Value }.OfType<string>().Select(Prose.OneLine).Where(word => word.Length > 0);

    static void Link(XElement link, Draft draft, Uri? start)
    {
        if (Addresses.Resolve((string?)link.Attribute("href") ?? link.Value, Addresses.Base(link, start)) is not { } address) return;
        var type = (string?)link.Attribute("type") ?? "";
        switch ((string?)link.Attribute("rel"))
        {
            case null or "" or "alternate" or "http://www.iana.org/assignments/relation/alternate":
                if (draft.Link is null || type.StartsWith("text/html", StringComparison.Ordinal)) draft.Link = address;
                break;
            case "enclosure" when type.StartsWith("image/", StringComparison.Ordinal) && draft.Pictures.Count < Draft.MostPictures:
                draft.Pictures.Add(new(address, (string?)link.Attribute("title"), null, null));
                break;
            case "enclosure": draft.Associations.Add(new("enclosure", address.AbsoluteUri, (string?)link.Attribute("title"))); break;
            case "related" or "via": draft.Associations.Add(new((string)link.Attribute("rel")!, address.AbsoluteUri, (string?)link.Attribute("title"))); break;
        }
    }
}
