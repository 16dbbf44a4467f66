namespace Manset.Wire;

/// <summary>How deep within others a document lies, and how much may still be unpacked for the outermost: many small bombs are one large one.</summary>
sealed class Wraps
{
    /// <summary>A document may come in an archive, in a message, in an answer: no deeper than this.</summary>
    public const int Deepest = 3;

    readonly Wraps outermost;
    long left;

    public Wraps() => (outermost, left) = (this, 2L * Formats.LargestDocument);

    Wraps(Wraps around) => (outermost, Depth) = (around.outermost, around.Depth + 1);

    public int Depth { get; }
    public long Left => outermost.left;

    public Wraps Deeper => new(this);

    public void Unpacked(long bytes) => outermost.left -= bytes;
}
