namespace Manset.Moderation.Text;

enum Sort { Word, Number, Mixed, Address, Mention, Hashtag, Sign }

/// <summary>A run of the text. A <see cref="Sort.Word"/> is letters only; what follows its apostrophe is a word of its own.</summary>
readonly record struct Token(int Start, int End, Sort Sort)
{
    public int Length => End - Start;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
}
