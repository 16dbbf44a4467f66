using System.Text;
using AngleSharp.Html.Parser.Tokens;

namespace Manset.Copy;

/// <summary>Figures and tables.</summary>
sealed partial class CopyReader
{
    bool inHead;

    sealed record Caption(Figure Figure);

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
