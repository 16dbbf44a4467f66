using System.Text;

namespace Manset.Copy;

/// <summary>A piece of canonical copy that stands by itself.</summary>
abstract class Block
{
    public abstract bool IsEmpty { get; }
    public abstract void WriteHtml(StringBuilder output);
    public abstract void WriteText(StringBuilder output);
}

sealed class Paragraph(string tag, Line line) : Block
{
    public override bool IsEmpty => line.IsEmpty;

    public override void WriteHtml(StringBuilder output)
    {
        output.Append('<').Append(tag).Append('>');
        line.WriteHtml(output);
        output.Append("</").Append(tag).Append('>');
    }

    public override void WriteText(StringBuilder output) => line.WriteText(output);
}

sealed class Listing(bool ordered) : Block
{
    public List<Item> Items { get; } = [];
    public bool Ordered => ordered;

    public override bool IsEmpty => Items.TrueForAll(item => item.IsEmpty);

    public override void WriteHtml(StringBuilder output)
    {
        output.Append(ordered ? "<ol>" : "<ul>");
        foreach (var item in Items.Where(item => !item.IsEmpty))
        {
            output.Append("<li>");
            item.Line.WriteHtml(output);
            foreach (var nested in item.Lists.Where(nested => !nested.IsEmpty)) nested.WriteHtml(output);
            output.Append("</li>");
        }
        output.Append(ordered ? "</ol>" : "</ul>");
    }

    public override void WriteText(StringBuilder output)
    {
        var first = true;
        foreach (var item in Items.Where(item => !item.IsEmpty))
        {
            if (!first) output.Append('\n');
            first = false;
            item.Line.WriteText(output);
            foreach (var nested in item.Lists.Where(nested => !nested.IsEmpty))
            {
                if (!item.Line.IsEmpty) output.Append('\n');
                nested.WriteText(output);
            }
        }
    }

    public sealed class Item
    {
        public Line Line { get; } = new();
        public List<Listing> Lists { get; } = [];
        public bool IsEmpty => Line.IsEmpty && Lists.TrueForAll(list => list.IsEmpty);
    }
}

sealed class Quote(string? source) : Block
{
    public List<Block> Blocks { get; } = [];

    public override bool IsEmpty => Blocks.TrueForAll(block => block.IsEmpty);

    public override void WriteHtml(StringBuilder output)
    {
        output.Append("<blockquote");
        if (source is not null) output.Append(" cite=\"").Escaped(source).Append('"');
        output.Append('>');
        foreach (var block in Blocks.Where(block => !block.IsEmpty)) block.WriteHtml(output);
        output.Append("</blockquote>");
    }

    public override void WriteText(StringBuilder output)
    {
        var first = true;
        foreach (var block in Blocks.Where(block => !block.IsEmpty))
        {
            if (!first) output.Append('\n');
            first = false;
            block.WriteText(output);
        }
    }
}

sealed class Figure : Block
{
    public string? Source { get; set; }
    public string Alt { get; set; } = "";
    public Line Caption { get; set; } = new();

    public override bool IsEmpty => Source is null;
    /// <summary>Does it stand on another host?</summary>
    public bool IsForeign => Source?.StartsWith('/') == false;

    public override void WriteHtml(StringBuilder output)
    {
        output.Append("<figure><img src=\"").Escaped(Source).Append("\" alt=\"").Escaped(Alt).Append("\">");
        if (!Caption.IsEmpty)
        {
            output.Append("<figcaption>");
            Caption.WriteHtml(output);
            output.Append("</figcaption>");
        }
        output.Append("</figure>");
    }

    public override void WriteText(StringBuilder output) => Caption.WriteText(output);
}
