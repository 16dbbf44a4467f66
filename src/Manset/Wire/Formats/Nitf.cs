using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Manset.Wire;

/// <summary>The text of an item as NITF or XHTML, with or without its namespace.</summary>
static partial class Nitf
{
    public static void Read(XElement content, Draft draft, Uri? start)
    {
        var root = content.Elements().FirstOrDefault();
        if (root is null)
        {
            draft.Body = Prose.Body(content.Value, start);
            return;
        }
        var body = root.Name.LocalName == "body" ? root : root.Part("body");
        if (body?.Part("body.head") is { } head) Head(head, draft);
        var text = body?.Part("body.content") ?? body ?? content;
        // The head of a NITF body is not its text.
        if (body is not null && text == body && body.Part("body.head") is not null) return;
        draft.Body = Prose.Body(Markup.Of(text), Addresses.Base(text, start));
    }

    static void Head(XElement head, Draft draft)
    {
        // Both spellings are about: the standard's own is without the a.
        var headline = (head.Part("hedline") ?? head.Part("headline"))?.Part("hl1");
        if (draft.Headline.Length == 0) draft.Headline = Line(headline) ?? "";
        if (Line(head.Part("byline")) is { } byline) draft.Byline = By.Replace(byline, "");
        if (Line(head.Part("dateline")?.Part("location") ?? head.Part("dateline")) is { } dateline) draft.Dateline = dateline;
        if (Line(head.Part("abstract")) is { } summary) draft.Standfirst = summary;
        if (Line(head.Part("note")) is { } note) draft.Note ??= note;
    }

    static string? Line(XElement? part) => part is not null && Prose.OneLine(Markup.Of(part)) is { Length: > 0 } line ? line : null;

    [GeneratedRegex(@"^By\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex By { get; }
}
