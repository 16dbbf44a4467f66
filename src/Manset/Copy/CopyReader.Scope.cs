using System.Text;
using AngleSharp.Html.Parser.Tokens;

namespace Manset.Copy;

/// <summary>Where the next character goes.</summary>
sealed partial class CopyReader
{
    const int DeepestList = 4;

    readonly List<Block> body = [];
    /// <summary>What is open, outermost first: at most a quote, a few lists and their items, a figure with its caption, a table with its cell.</summary>
    readonly List<object> scope = [];
    Line? line;
    string tag = "p";
    int strong, emphasis, cite;
    string? link;
    /// <summary>Containers of the source that stand where they may not: their text is kept, their ends must not close another's.</summary>
    int looseLists, looseQuotes, looseTables;
    bool inHead;

    sealed record Caption(Figure Figure);

    object? Top => scope.Count > 0 ? scope[^1] : null;

    List<Block> Flow => scope.OfType<Quote>().FirstOrDefault()?.Blocks ?? body;

    void Text(string text)
    {
        if (Top is Listing list && !string.IsNullOrWhiteSpace(text)) Push(NewItem(list));
        else if (Top is Listing.Item { Lists.Count: > 0 } && !string.IsNullOrWhiteSpace(text))
        {
            Pop();
            if (Top is Listing outer) Push(NewItem(outer));
        }
        CurrentLine()?.Add(text, Current, link);
    }

    Marks Current =>
        (strong > 0 ? Marks.Strong : 0) | (emphasis > 0 ? Marks.Emphasis : 0) | (cite > 0 && scope.Exists(open => open is Quote) ? Marks.Cite : 0);

    /// <summary>Null between the items of a list.</summary>
    Line? CurrentLine() => Top switch
    {
        Listing => null,
        Listing.Item { Lists.Count: > 0 } => null,
        Listing.Item item => item.Line,
        Table.Cell cell => cell.Line,
        Caption caption => caption.Figure.Caption,
        _ => line ??= new(),
    };

    void Break()
    {
        if (CurrentLine()?.Break() == true && line is not null) EndLine();
    }

    /// <summary>What stands by itself begins or ends: a paragraph is over; in an item, cell or caption, a line.</summary>
    void EndLine()
    {
        if (Top is Listing.Item or Table.Cell or Caption) CurrentLine()?.Break();
        if (line is not null) Flow.Add(new Paragraph(tag, line));
        line = null;
        tag = "p";
    }

    void StartHeading(string heading)
    {
        EndLine();
        if (scope.TrueForAll(open => open is Figure)) tag = heading;
    }

    void Push(object container)
    {
        EndLine();
        scope.Add(container);
    }

    void Pop()
    {
        EndLine();
        var closed = scope[^1];
        scope.RemoveAt(scope.Count - 1);
        if (closed is Figure figure) EndFigure(figure);
        if (scope.Count == 0) looseLists = looseQuotes = looseTables = 0;
    }

    bool PopTo<T>(Type? upTo = null)
    {
        var at = scope.FindLastIndex(open => open is T || open.GetType() == upTo);
        if (at < 0 || scope[at] is not T) return false;
        while (scope.Count > at) Pop();
        return true;
    }

    static Listing.Item NewItem(Listing list)
    {
        var item = new Listing.Item();
        list.Items.Add(item);
        return item;
    }

    void StartList(bool ordered)
    {
        EndLine();
        if (Top is Table.Cell or Caption || scope.Count(open => open is Listing) >= DeepestList)
        {
            looseLists++;
            return;
        }
        var list = new Listing(ordered);
        // A list straight within a list belongs to the item before it.
        if (Top is Listing outer) Push(outer.Items.LastOrDefault() ?? NewItem(outer));
        if (Top is Listing.Item item) item.Lists.Add(list);
        else Flow.Add(list);
        scope.Add(list);
    }

    void StartItem()
    {
        if (looseLists > 0 || Top is Table.Cell or Caption)
        {
            EndLine();
            return;
        }
        var at = scope.FindLastIndex(open => open is Listing);
        if (at < 0)
        {
            EndLine();
            return;
        }
        while (scope.Count > at + 1) Pop();
        Push(NewItem((Listing)scope[at]));
    }

    void EndList()
    {
        if (looseLists > 0)
        {
            looseLists--;
            EndLine();
        }
        else if (!PopTo<Listing>()) EndLine();
        // A list put straight within a list opened the item that holds it.
        else if (Top is Listing.Item { Lists.Count: > 0 } && scope.Count > 1 && scope[^2] is Listing) scope.RemoveAt(scope.Count - 1);
    }

    void StartQuote(string? source)
    {
        EndLine();
        if (!scope.TrueForAll(open => open is Figure))
        {
            looseQuotes++;
            return;
        }
        var quote = new Quote(source);
        body.Add(quote);
        scope.Add(quote);
    }

    void EndQuote()
    {
        if (looseQuotes > 0)
        {
            looseQuotes--;
            EndLine();
        }
        else if (!PopTo<Quote>()) EndLine();
    }

    void StartFigure()
    {
        EndLine();
        if (Top is not (Table.Cell or Caption) && !scope.Exists(open => open is Figure)) scope.Add(new Figure());
    }

    void StartCaption()
    {
        EndLine();
        if (Top is Figure figure) scope.Add(new Caption(figure));
    }

    void Picture(HtmlTagToken tag)
    {
        if (scope.OfType<Figure>().FirstOrDefault() is not { } figure || SafeAddress.Picture(tag.GetAttribute("src"), baseAddress) is not { } address) return;
        if (figure.Source is not null)
        {
            EndLine();
            body.Add(new Figure { Source = figure.Source, Alt = figure.Alt });
        }
        var alt = new Line();
        alt.Add(tag.GetAttribute("alt"), Marks.None, null);
        var words = new StringBuilder();
        alt.WriteText(words);
        (figure.Source, figure.Alt) = (address, words.ToString());
    }

    /// <summary>A caption without its picture is a paragraph.</summary>
    void EndFigure(Figure figure) => body.Add(figure.Source is null ? new Paragraph("p", figure.Caption) : figure);

    void StartTable()
    {
        EndLine();
        if (scope.TrueForAll(open => open is Figure)) scope.Add(new Table());
        else looseTables++;
    }

    void EndTable()
    {
        if (looseTables > 0)
        {
            looseTables--;
            EndLine();
        }
        else if (!PopTo<Table>()) EndLine();
        inHead = false;
    }

    void StartRows(bool head)
    {
        EndRow();
        if (looseTables == 0) inHead = head;
    }

    void StartRow()
    {
        EndRow();
        if (looseTables > 0 || Top is not Table table) return;
        // Only now, so that a paragraph between the table's tag and its first row stays before it.
        if (table.Rows.Count == 0) body.Add(table);
        table.Rows.Add(new(inHead));
    }

    void EndRow()
    {
        if (looseTables == 0 && PopTo<Table.Cell>()) return;
        EndLine();
    }

    void EndCell()
    {
        if (looseTables == 0) PopTo<Table.Cell>();
    }

    void StartCell(bool header, string? span)
    {
        if (looseTables > 0 || !scope.Exists(open => open is Table))
        {
            CurrentLine()?.Add(" ", Current, null);
            return;
        }
        PopTo<Table.Cell>();
        if (Top is not Table table) return;
        if (table.Rows.Count == 0) StartRow();
        _ = int.TryParse(span, out var columns);
        Push(table.Rows[^1].Next(header, columns));
    }
}
