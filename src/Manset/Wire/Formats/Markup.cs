using System.Net;
using System.Text;
using System.Xml.Linq;

namespace Manset.Wire;

/// <summary>The content of an element as HTML: text as it is written, XHTML and NITF elements as the tags a browser knows.</summary>
static class Markup
{
    public static string Of(XElement element)
    {
        if (!element.HasElements) return element.Value;
        var output = new StringBuilder();
        foreach (var node in element.Nodes()) Write(node, output);
        return output.ToString();
    }

    /// <summary>The tree is no deeper than its reader allows.</summary>
    static void Write(XNode node, StringBuilder output)
    {
        if (node is XText text) output.Append(WebUtility.HtmlEncode(text.Value));
        if (node is not XElement element) return;

        var tag = Tag(element.Name.LocalName.ToLowerInvariant());
        if (tag is not null)
        {
            output.Append('<').Append(tag);
            foreach (var attribute in element.Attributes())
            {
                var name = attribute.Name.LocalName == "source" ? "src" : attribute.Name.LocalName;
                if (name is "href" or "src" or "alt" or "cite" or "colspan" or "width" or "height")
                    output.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(attribute.Value)).Append('"');
            }
            output.Append('>');
        }
        foreach (var inner in element.Nodes()) Write(inner, output);
        if (tag is not (null or "img" or "br" or "hr")) output.Append("</").Append(tag).Append('>');
    }

    static string? Tag(string name) => name switch
    {
        "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "ul" or "ol" or "li" or "blockquote" or "figure" or "figcaption" or "img" or "br" or "hr"
            or "a" or "strong" or "b" or "em" or "i" or "cite" or "q" or "table" or "caption" or "thead" or "tbody" or "tr" or "th" or "td" or "div"
            or "section" or "pre" or "script" or "style" or "iframe" or "object" or "svg" or "math" or "form" or "dl" or "dt" or "dd" or "title" => name,
        "hl1" => "h2",
        "hl2" => "h3",
        "bq" => "blockquote",
        "credit" => "cite",
        "block" or "tagline" or "note" => "div",
        "media" => "figure",
        "media-reference" => "img",
        "media-caption" => "figcaption",
        _ => null,
    };
}
