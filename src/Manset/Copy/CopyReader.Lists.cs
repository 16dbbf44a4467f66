namespace Manset.Copy;

/// <summary>Lists and quotations.</summary>
sealed partial class CopyReader
{
    const int DeepestList = 4;

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
}
