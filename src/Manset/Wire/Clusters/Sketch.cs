using System.Runtime.InteropServices;

namespace Manset.Wire.Clusters;

/// <summary>
/// A short likeness of a text, by which two can be compared without reading them: MinHash over shingles of three words
/// (A. Z. Broder, "On the resemblance and containment of documents", SEQUENCES 1997). The share of places where two sketches
/// agree is an unbiased estimate of the share of shingles that the texts have in common, with an error of 0.06 at most.
/// </summary>
public sealed class Sketch
{
    const int Shingle = 3, Rows = 3, FewestWords = 16;
    /// <summary>Twenty bands of three rows: a pair that resembles by 0.3 meets with 0.42, by 0.5 with 0.93, by 0.7 for certain.</summary>
    public const int Bands = 20;
    const int Size = Bands * Rows;

    readonly uint[] least;

    Sketch(uint[] least) => this.least = least;

    /// <summary>Null when the text is too short to be told by its wording.</summary>
    internal static Sketch? Of(IReadOnlyList<Word> words)
    {
        if (words.Count < FewestWords) return null;

        var least = new uint[Size];
        Array.Fill(least, uint.MaxValue);
        for (var at = 0; at + Shingle <= words.Count; at++)
        {
            var shingle = 0UL;
            for (var next = 0; next < Shingle; next++) shingle = Mixing.Of(shingle, Mixing.Of(words[at + next].Folded));
            for (var place = 0; place < Size; place++)
            {
                var hash = (uint)(Mixing.Mix(shingle + (ulong)place * 0xD6E8FEB86659FD93UL) >> 32);
                if (hash < least[place]) least[place] = hash;
            }
        }
        return new(least);
    }

    public double Resemblance(Sketch other)
    {
        var same = 0;
        for (var place = 0; place < Size; place++) if (least[place] == other.least[place]) same++;
        return (double)same / Size;
    }

    /// <summary>
    /// Locality-sensitive hashing by bands (P. Indyk, R. Motwani 1998; for MinHash: J. Leskovec, A. Rajaraman, J. D. Ullman,
    /// "Mining of Massive Datasets", 3.4): texts that share one mark are worth comparing.
    /// </summary>
    public IEnumerable<long> Marks()
    {
        for (var band = 0; band < Bands; band++)
        {
            var mark = Mixing.Mix((ulong)band);
            for (var row = 0; row < Rows; row++) mark = Mixing.Of(mark, least[band * Rows + row]);
            yield return (long)mark;
        }
    }

    public byte[] Bytes => MemoryMarshal.AsBytes(least.AsSpan()).ToArray();

    public static Sketch? Read(byte[] bytes) => bytes.Length == Size * sizeof(uint) ? new(MemoryMarshal.Cast<byte, uint>(bytes).ToArray()) : null;
}
