using Manset.Moderation.Text;

namespace Manset.Moderation.Spelling;

/// <summary>Reads the words of an English text and says which are misspelt. Names, new words and code are left alone.</summary>
static class EnglishSpeller
{
    const string Alphabet = "abcdefghijklmnopqrstuvwxyz";
    const int MostGuesses = 12;
    const float WorthGuessing = 5f;

    static readonly Lazy<Misspellings> Common = new(() => Misspellings.Load("misspellings.en.txt"));
    static readonly Lazy<Edits> Edits = new(() => new(Alphabet, EnglishWords.All, EnglishWords.IsWord));

    public static List<Slip> Slips(Reading reading)
    {
        var slips = new List<Slip>();
        var text = reading.Mended;
        var guesses = 0;
        for (var i = 0; i < reading.Tokens.Count; i++)
        {
            var token = reading.Tokens[i];
            if (token.Sort is not Sort.Word || token.Length is < 2 or > 40 || TurkishSpeller.IsBesideSigns(text, token)) continue;

            var written = token.In(text);
            var small = Letters.Lower(written, turkish: false);
            var isName = char.IsUpper(written[0]) && (!reading.StartsSentence(i) || written.Length < 4);
            if (isName || !small.All(char.IsAsciiLetter)) continue;

            if (Common.Value.Mend(small) is { } right)
            {
                slips.Add(new(token.Start, token.End, Cased(right, written), SlipKind.Known));
                continue;
            }
            if (Stretched.HasRun(small) && !char.IsUpper(written[0]) && Stretched.Mend(small, EnglishWords.IsWord) is { } calm)
            {
                slips.Add(new(token.Start, token.End, calm, SlipKind.Known));
                continue;
            }
            if (char.IsUpper(written[0]) || EnglishWords.IsWord(small) || TurkishWords.IsSound(small)) continue;

            if (Stretched.Mend(small, EnglishWords.IsWord) is { } relaxed) slips.Add(new(token.Start, token.End, relaxed, SlipKind.Known));
            else if (guesses++ < MostGuesses && Edits.Value.Mend(small, WorthGuessing) is { } near) slips.Add(new(token.Start, token.End, near.Word, SlipKind.Near));
            else slips.Add(new(token.Start, token.End, null, SlipKind.Unknown));
        }
        return slips;
    }

    static string Cased(string right, ReadOnlySpan<char> written) => char.IsUpper(written[0]) ? char.ToUpperInvariant(right[0]) + right[1..] : right;
}
