namespace Manset.Copy;

/// <summary>Where the next character goes.</summary>
sealed partial class CopyReader
{
    readonly List<Block> body = [];
    /// <summary>What is open, outermost first: at most a quote, a few lists and their items, a figure with its caption, a table with its cell.</summary>
    readonly List<object> scope = [];
    Line? line;
    string tag = "p";
    int strong, emphasis, cite;
    string? link;
    /// <summary>Containers of the source that stand where they may not: their text is kept, their ends must not close another's.</summary>
    int looseLists, looseQuotes, looseTables;

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
}
