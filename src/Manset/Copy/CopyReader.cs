using System.Collections.Frozen;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Manset.Copy;

/// <summary>
/// Walks the tags of any HTML in their order and lays canonical blocks. No tree of the source is built, so its depth costs
/// nothing and its length is paid once; what may stand in what is decided here alone.
/// </summary>
sealed partial class CopyReader : IDisposable
{
    static readonly FrozenDictionary<string, HtmlParseMode> Verbatim = new Dictionary<string, HtmlParseMode>
    {
        ["script"] = HtmlParseMode.Script,
        ["style"] = HtmlParseMode.Rawtext,
        ["iframe"] = HtmlParseMode.Rawtext,
        ["noembed"] = HtmlParseMode.Rawtext,
        ["noframes"] = HtmlParseMode.Rawtext,
        ["xmp"] = HtmlParseMode.Rawtext,
        ["title"] = HtmlParseMode.RCData,
        ["textarea"] = HtmlParseMode.RCData,
    }.ToFrozenDictionary();

    /// <summary>Nothing within these is copy.</summary>
    static readonly FrozenSet<string> Dropped = FrozenSet.Create(
        "script", "style", "iframe", "noembed", "noframes", "xmp", "title", "textarea", "template", "object", "applet", "noscript",
        "svg", "math", "audio", "video", "canvas", "select", "button", "map", "frameset");

    static readonly FrozenSet<string> Standing = FrozenSet.Create(
        "p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "address", "center", "pre", "listing", "dl", "dt", "dd",
        "fieldset", "legend", "form", "hr", "details", "summary", "dialog", "hgroup", "menu", "dir", "body", "html", "head", "plaintext",
        "caption", "optgroup", "option", "search", "tfoot");

    readonly string html;
    readonly Uri? baseAddress;
    readonly TextSource source;
    readonly HtmlTokenizer tokens;
    readonly Dictionary<string, int> lastEnds = [];

    CopyReader(string html, Uri? baseAddress)
    {
        this.html = html;
        this.baseAddress = baseAddress;
        source = new(html);
        tokens = new(source, HtmlEntityProvider.Resolver);
    }

    public static IEnumerable<Block> Blocks(string html, Uri? baseAddress)
    {
        if (!html.AsSpan().ContainsAny('<', '&'))
        {
            var line = new Line();
            line.Add(html, Marks.None, null);
            return line.IsEmpty ? [] : [new Paragraph("p", line)];
        }
        using var reader = new CopyReader(html, baseAddress);
        reader.Read();
        return reader.body.FindAll(block => !block.IsEmpty);
    }

    public void Dispose()
    {
        tokens.Dispose();
        source.Dispose();
    }

    void Read()
    {
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            switch (token.Type)
            {
                case HtmlTokenType.Character: Text(token.Data); break;
                case HtmlTokenType.StartTag when Dropped.Contains(token.Name): Skip(token.Name); break;
                case HtmlTokenType.StartTag: Start(token.Name, (HtmlTagToken)token); break;
                case HtmlTokenType.EndTag: End(token.Name); break;
            }
        }
        while (scope.Count > 0) Pop();
        EndLine();
    }

    /// <summary>Past the end of an element; one that is never closed is taken for a stray tag, lest it swallow the story.</summary>
    void Skip(string name)
    {
        if (!lastEnds.TryGetValue(name, out var lastEnd))
            lastEnds[name] = lastEnd = html.LastIndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
        if (Verbatim.TryGetValue(name, out var mode)) tokens.State = mode;
        else if (lastEnd < source.Index) return;

        var depth = 1;
        while (depth > 0 && tokens.Get() is { Type: not HtmlTokenType.EndOfFile } token)
        {
            if (token.Name != name) continue;
            if (token.Type == HtmlTokenType.EndTag) depth--;
            else if (token is HtmlTagToken { IsSelfClosing: false, Type: HtmlTokenType.StartTag }) depth++;
        }
    }

    void Start(string name, HtmlTagToken tag)
    {
        switch (name)
        {
            case "b" or "strong": strong++; break;
            case "i" or "em": emphasis++; break;
            case "cite": cite++; break;
            case "q": Text("“"); break;
            case "a": link = SafeAddress.Link(tag.GetAttribute("href"), baseAddress); break;
            case "br": Break(); break;
            case "ul" or "ol": StartList(ordered: name == "ol"); break;
            case "li": StartItem(); break;
            case "blockquote": StartQuote(SafeAddress.Link(tag.GetAttribute("cite"), baseAddress)); break;
            case "figure": StartFigure(); break;
            case "figcaption": StartCaption(); break;
            case "img": Picture(tag); break;
            case "table": StartTable(); break;
            case "thead": StartRows(head: true); break;
            case "tbody": StartRows(head: false); break;
            case "tr": StartRow(); break;
            case "th" or "td": StartCell(name == "th", tag.GetAttribute("colspan")); break;
            case "h1" or "h2": StartHeading("h2"); break;
            case "h3" or "h4" or "h5" or "h6": StartHeading("h3"); break;
            default: if (Standing.Contains(name)) EndLine(); break;
        }
    }

    void End(string name)
    {
        switch (name)
        {
            case "b" or "strong": strong = Math.Max(0, strong - 1); break;
            case "i" or "em": emphasis = Math.Max(0, emphasis - 1); break;
            case "cite": cite = Math.Max(0, cite - 1); break;
            case "q": Text("”"); break;
            case "a": link = null; break;
            case "br": Break(); break;
            case "ul" or "ol": EndList(); break;
            case "li": PopTo<Listing.Item>(upTo: typeof(Listing)); break;
            case "blockquote": EndQuote(); break;
            case "figure": PopTo<Figure>(); break;
            case "figcaption": PopTo<Caption>(); break;
            case "table": EndTable(); break;
            case "th" or "td": EndCell(); break;
            case "tr": EndRow(); break;
            case "thead" or "tbody": StartRows(head: false); break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": EndLine(); break;
            default: if (Standing.Contains(name)) EndLine(); break;
        }
    }
}
