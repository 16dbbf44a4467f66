using System.Text;

namespace Manset.Copy;

/// <summary>
/// The one form in which copy is kept: p, h2, h3, lists, blockquote, figure, table, a, strong, em, cite and br, whatever came in.
/// The output is written from an allow-list, never cleaned from the input, so nothing else can be in it;
/// canonical copy comes out as it went in.
/// </summary>
public static class CanonicalHtml
{
    /// <param name="baseAddress">What relative addresses in it are relative to.</param>
    public static string Of(string html, Uri? baseAddress = null) => Write(CopyReader.Blocks(html, baseAddress), html.Length);

    /// <summary>Without the pictures that stand on other hosts: a page of ours asks nobody else for anything.</summary>
    public static string WithoutForeignPictures(string html) =>
        html.Contains("<img", StringComparison.Ordinal) ? Write(CopyReader.Blocks(html, null).Where(block => block is not Figure { IsForeign: true }), html.Length) : html;

    static string Write(IEnumerable<Block> blocks, int length)
    {
        var output = new StringBuilder(length);
        var first = true;
        foreach (var block in blocks)
        {
            if (!first) output.Append('\n');
            block.WriteHtml(output);
            first = false;
        }
        return output.ToString();
    }

    /// <summary>Typed text: a blank line parts paragraphs, a single line end is kept as one.</summary>
    public static string OfText(string plain)
    {
        var output = new StringBuilder(plain.Length + 16);
        var line = new Line();
        foreach (var row in plain.EnumerateLines())
        {
            if (row.IsWhiteSpace()) Flush();
            else
            {
                line.Break();
                line.Add(row, Marks.None, null);
            }
        }
        Flush();
        return output.ToString();

        void Flush()
        {
            if (!line.IsEmpty)
            {
                if (output.Length > 0) output.Append('\n');
                new Paragraph("p", line).WriteHtml(output);
            }
            line = new();
        }
    }

    /// <summary>What a reader would read, one blank line between blocks: for search, word counts and checks.</summary>
    public static string Text(string html)
    {
        var output = new StringBuilder(html.Length);
        foreach (var block in CopyReader.Blocks(html, null))
        {
            if (output.Length > 0) output.Append("\n\n");
            block.WriteText(output);
        }
        return output.ToString();
    }
}
