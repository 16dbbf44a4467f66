using System.Runtime.InteropServices;

namespace Manset.Moderation.Language;

/// <summary>Words with a value each, found by a hash. Read from a file as it lies there: nothing is parsed.</summary>
sealed class WordTable
{
    readonly int[] buckets;
    readonly Row[] rows;
    readonly char[] letters;

    WordTable(int[] buckets, Row[] rows, char[] letters) => (this.buckets, this.rows, this.letters) = (buckets, rows, letters);

    /// <param name="words">Those of one hash stand together, in the order given.</param>
    public WordTable(IEnumerable<(string Word, uint Hash, ushort Value)> words)
    {
        var sorted = words.ToArray();
        buckets = new int[(1 << Math.Max(1, (int)Math.Ceiling(Math.Log2(sorted.Length + 1)))) + 1];
        sorted = [.. sorted.OrderBy(word => word.Hash % (uint)(buckets.Length - 1)).ThenBy(word => word.Hash)];
        rows = new Row[sorted.Length];
        letters = [.. sorted.SelectMany(word => word.Word)];
        var at = 0;
        for (var i = 0; i < sorted.Length; at += sorted[i].Word.Length, i++)
        {
            rows[i] = new(sorted[i].Hash, at, (ushort)sorted[i].Word.Length, sorted[i].Value);
            buckets[sorted[i].Hash % (uint)(buckets.Length - 1) + 1] = i + 1;
        }
        for (var i = 1; i < buckets.Length; i++) buckets[i] = Math.Max(buckets[i], buckets[i - 1]);
    }

    public int Count => rows.Length;

    public ReadOnlySpan<char> this[int row] => letters.AsSpan(rows[row].Start, rows[row].Length);

    public ushort Value(int row) => rows[row].Value;

    /// <summary>The rows of a hash, of which others may be.</summary>
    public (int From, int To) Find(uint hash)
    {
        var bucket = hash & (uint)(buckets.Length - 2);
        var (from, to) = (buckets[bucket], buckets[bucket + 1]);
        while (from < to && rows[from].Hash != hash) from++;
        var end = from;
        while (end < to && rows[end].Hash == hash) end++;
        return (from, end);
    }

    public static WordTable Load(string resource)
    {
        using var stream = typeof(WordTable).Assembly.GetManifestResourceStream(resource)!;
        Span<int> sizes = stackalloc int[3];
        stream.ReadExactly(MemoryMarshal.AsBytes(sizes));
        var table = new WordTable(new int[sizes[0]], new Row[sizes[1]], new char[sizes[2]]);
        stream.ReadExactly(MemoryMarshal.AsBytes(table.buckets.AsSpan()));
        stream.ReadExactly(MemoryMarshal.AsBytes(table.rows.AsSpan()));
        stream.ReadExactly(MemoryMarshal.AsBytes(table.letters.AsSpan()));
        return table;
    }

    /// <summary>Little-endian, as it lies in memory.</summary>
    public void Write(string path)
    {
        using var stream = File.Create(path);
        stream.Write(MemoryMarshal.AsBytes<int>([buckets.Length, rows.Length, letters.Length]));
        stream.Write(MemoryMarshal.AsBytes(buckets.AsSpan()));
        stream.Write(MemoryMarshal.AsBytes(rows.AsSpan()));
        stream.Write(MemoryMarshal.AsBytes(letters.AsSpan()));
    }

    [StructLayout(LayoutKind.Sequential)]
    readonly record struct Row(uint Hash, int Start, ushort Length, ushort Value);
}
