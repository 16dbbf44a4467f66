namespace Manset.Moderation.Spelling;

sealed partial class Edits
{
    struct Best
    {
        public string? Word { get; init; }
        public float Cost { get; init; }
        public float Score { get; init; }
    }

    /// <summary>A word that is none, ready to be changed.</summary>
    readonly ref struct Wrong(string text, ReadOnlySpan<uint> before, ReadOnlySpan<uint> behind, ReadOnlySpan<uint> powers)
    {
        readonly ReadOnlySpan<uint> before = before, behind = behind, powers = powers;

        public string Text { get; } = text;

        public uint Hash(int from, int to, ReadOnlySpan<char> letters)
        {
            var hash = before[from];
            foreach (var letter in letters) hash = hash * Base + letter;
            return hash * powers[Text.Length - to] + behind[to];
        }

        public ReadOnlySpan<char> Write(int from, int to, ReadOnlySpan<char> letters, Span<char> buffer)
        {
            Text.AsSpan(0, from).CopyTo(buffer);
            letters.CopyTo(buffer[from..]);
            Text.AsSpan(to).CopyTo(buffer[(from + letters.Length)..]);
            return buffer[..(Text.Length - (to - from) + letters.Length)];
        }
    }
}
