using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Manset.Wire;

/// <summary>NITF 3.x, with or without its namespace: a document of its own, or the text of an item in another format. XHTML bodies are read here too.</summary>
static partial class Nitf
{
    public static Reading Read(XElement root, Uri? address)
    {
        var start = Addresses.Base(root, address);
        var draft = new Draft { StandsByName = true, Line = root.Line, Language = Addresses.Language(root) ?? (string?)root.Attribute("baselang") };
        if (root.Part("head") is { } head) About(head, draft);
        if (root.Part("body") is { } body)
        {
            draft.Language ??= Addresses.Language(body);
            Text(root, draft, start);
            Pictures(body, draft, start);
        }
        if (draft.Headline.Length == 0) draft.Headline = Line(root.Part("head")?.Part("title")) ?? "";
        return Reading.Of("nitf", [draft]);
    }

    /// <summary>Canonical HTML of a document that another format carries as escaped text.</summary>
    public static string Body(string xml, Uri? address)
    {
        if (XmlTree.Read(xml).Root is not { } root) return Prose.Body(xml, address);
        var draft = new Draft();
        if (root.Name.LocalName.Equals("nitf", StringComparison.OrdinalIgnoreCase)) Text(root, draft, address);
        return draft.Body.Length > 0 ? draft.Body : Prose.Body(Markup.Of(root), address);
    }

    /// <param name="content">What holds the document: its first element is the root.</param>
    public static void Within(XElement content, Draft draft, Uri? start)
    {
        var root = content.Elements().FirstOrDefault();
        if (root is null) draft.Body = Prose.Body(content.Value, start);
        else if (root.Name.LocalName is "nitf" or "html" or "body") Text(root, draft, start);
        // Several paragraphs without a root are the text themselves.
        else draft.Body = Prose.Body(Markup.Of(content), start);
        if (root?.Name.LocalName != "nitf") return;
        if (root.Part("head") is { } head) Fill(head, draft);
        if (root.Part("body") is { } body) Pictures(body, draft, start);
    }

    static void Text(XElement root, Draft draft, Uri? start)
    {
        var body = root.Name.LocalName == "body" ? root : root.Part("body");
        if (body?.Part("body.head") is { } head) Head(head, draft);
        var text = body?.Part("body.content") ?? body ?? root;
        // The head of a NITF body is not its text.
        if (body is not null && text == body && body.Part("body.head") is not null) return;
        draft.Body = Prose.Body(Markup.Of(text), Addresses.Base(text, start));
    }

    static void Head(XElement head, Draft draft)
    {
        // Both spellings are about: the standard's own is without the a.
        var headline = head.Part("hedline") ?? head.Part("headline");
        if (draft.Headline.Length == 0) draft.Headline = Line(headline?.Part("hl1")) ?? Line(headline) ?? "";
        if (Line(head.Part("byline")) is { } byline) draft.Byline = By.Replace(byline, "");
        if (Line(head.Part("dateline")?.Part("location") ?? head.Part("dateline")) is { } dateline) draft.Dateline = dateline;
        if ((Line(head.Part("abstract")) ?? Line(headline?.Part("hl2"))) is { } summary) draft.Standfirst = summary;
        if (Line(head.Part("note")) is { } note) draft.Note ??= note;
        if (Line(head.Part("distributor")) is { } distributor) draft.Credit ??= distributor;
        if (Line(head.Part("rights")) is { } rights) draft.UsageTerms ??= rights;
    }

    /// <summary>One picture per medium, in all the sizes it is referred to.</summary>
    static void Pictures(XElement body, Draft draft, Uri? start)
    {
        foreach (var media in body.Descendants().Where(part => part.Name.LocalName == "media").Take(Draft.MostPictures))
        {
            if ((string?)media.Attribute("media-type") is { } kind && kind is not ("image" or "photo" or "picture" or "graphic")) continue;
            var sizes = media.Parts("media-reference").Select(size => (Size: size, Place: Addresses.Place((string?)size.Attribute("source"), start)))
                .Where(each => each.Place is not null)
                .Select(each => new Rendition(each.Place!.ToString(), (string?)each.Size.Attribute("name"), (string?)each.Size.Attribute("mime-type"),
                    Marks.Whole((string?)each.Size.Attribute("width")), Marks.Whole((string?)each.Size.Attribute("height"))));
            var alt = media.Parts("media-reference").Select(size => (string?)size.Attribute("alternate-text")).FirstOrDefault(text => text is { Length: > 0 });
            if (Pictured.Of(sizes, Line(media.Part("media-caption")), Line(media.Part("media-producer")), alt) is { } picture) draft.Pictures.Add(picture);
        }
    }

    static string? Line(XElement? part) => part is not null && Prose.OneLine(Markup.Of(part)) is { Length: > 0 } line ? line : null;

    [GeneratedRegex(@"^By\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex By { get; }
}
