using System.Text;

namespace Manset.Copy;

/// <summary>Rows of equal length: a cell that spanned others is followed by empty ones.</summary>
sealed class Table : Block
{
    const int MostColumns = 60;

    public List<Row> Rows { get; } = [];

    public override bool IsEmpty => Rows.TrueForAll(row => row.Cells.TrueForAll(cell => cell.Line.IsEmpty));

    public override void WriteHtml(StringBuilder output)
    {
        var rows = Rows.Where(row => row.Cells.Count > 0).ToList();
        var columns = rows.Max(row => row.Cells.Count);
        var heads = rows.TakeWhile(row => row.Head).Count();
        output.Append("<table>");
        Write("thead", rows.Take(heads));
        Write("tbody", rows.Skip(heads));
        output.Append("</table>");

        void Write(string part, IEnumerable<Row> some)
        {
            var any = false;
            foreach (var row in some)
            {
                if (!any) output.Append('<').Append(part).Append('>');
                any = true;
                output.Append("<tr>");
                for (var column = 0; column < columns; column++)
                {
                    var cell = column < row.Cells.Count ? row.Cells[column] : null;
                    var tag = cell is { Header: true } ? "th" : "td";
                    output.Append('<').Append(tag).Append('>');
                    cell?.Line.WriteHtml(output);
                    output.Append("</").Append(tag).Append('>');
                }
                output.Append("</tr>");
            }
            if (any) output.Append("</").Append(part).Append('>');
        }
    }

    public override void WriteText(StringBuilder output)
    {
        var first = true;
        foreach (var row in Rows.Where(row => row.Cells.Exists(cell => !cell.Line.IsEmpty)))
        {
            if (!first) output.Append('\n');
            first = false;
            var tab = false;
            foreach (var cell in row.Cells)
            {
                if (tab) output.Append('\t');
                tab = true;
                cell.Line.WriteText(output);
            }
        }
    }

    public sealed record Row(bool Head)
    {
        public List<Cell> Cells { get; } = [];

        /// <summary>The next cell; in a row of absurd width, the last one again.</summary>
        public Cell Next(bool header, int span)
        {
            if (Cells.Count >= MostColumns) return Cells[^1];
            var cell = new Cell(header);
            Cells.Add(cell);
            for (var more = 1; more < span && Cells.Count < MostColumns; more++) Cells.Add(new(header));
            return cell;
        }
    }

    public sealed record Cell(bool Header)
    {
        public Line Line { get; } = new();
    }
}
