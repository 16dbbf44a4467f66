using Manset.Moderation.Offence;
using Manset.Moderation.Text;

namespace Manset.Moderation.Learnt;

/// <summary>
/// A text as the learnt models read it: for each word the hashes of itself and of its runs of two to five bare letters, the bad word
/// that hides in it, and the pairs of neighbouring words. Stretched letters are cut to two, names of persons and addresses are one word.
/// </summary>
sealed partial class LearntText
{
    const int LongestWord = 32;
    const int LongestRun = 5;

    const uint OfWord = 0x9E3779B1u;
    const uint OfSpelling = 0x85EBCA6Bu;
    const uint OfPair = 0xC2B2AE35u;
    const uint OfRun = 0x27D4EB2Fu;
    const uint OfBadWord = 0x165667B1u;
    const uint OfSign = 0x2C1B3C6Du;

    const int RunsOfWord = 24;

    [ThreadStatic] static LearntText? lent;

    readonly List<LearntWord> words;
    readonly List<uint> runs;
    readonly List<uint> whole;

    LearntText(int expected) => (words, runs, whole) = (new(expected), new(expected * RunsOfWord), new(expected * 3));

    public List<LearntWord> Words => words;

    /// <summary>It has a mention or a hashtag, as what is posted to a network has.</summary>
    public bool IsPosted { get; private set; }

    /// <summary>Hashes of runs of letters, word by word.</summary>
    public ReadOnlySpan<uint> Runs => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(runs);

    /// <summary>Hashes of words, of bad words and of pairs of words, word by word.</summary>
    public ReadOnlySpan<uint> Whole => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(whole);

    public static LearntText Of(Reading reading)
    {
        var text = new LearntText(reading.Tokens.Count);
        text.Read(reading, 0, int.MaxValue);
        return text;
    }

    /// <summary>A stretch of a text, to be done with before this thread reads the next.</summary>
    /// <param name="from">The first token to read.</param>
    /// <param name="most">At most so many tokens.</param>
    public static LearntText Lent(Reading reading, int from, int most)
    {
        lent ??= new(most);
        lent.Read(reading, from, most);
        return lent;
    }

    void Read(Reading reading, int from, int most)
    {
        words.Clear();
        runs.Clear();
        whole.Clear();
        IsPosted = false;
        Span<char> bare = stackalloc char[LongestWord + 2];
        var before = OfPair;
        var hit = 0;
        var last = (int)Math.Min(reading.Tokens.Count, (long)from + most);
        for (var i = from; i < last; i++)
        {
            var token = reading.Tokens[i];
            var (firstRun, firstWhole) = (runs.Count, whole.Count);
            var spelling = OfSpelling;
            var length = 0;
            switch (token.Sort)
            {
                case Sort.Mention: bare[length++] = '@'; break;
                case Sort.Address: bare[length++] = '/'; break;
                case Sort.Number: bare[length++] = '0'; break;
                case Sort.Sign: length = Sign(reading.Text, token, bare); break;
                default: length = Word(reading, token, bare, ref spelling); break;
            }
            if (length == 0) continue;
            if (token.Sort is Sort.Mention or Sort.Hashtag) IsPosted = true;

            var word = Hash(bare[..length], token.Sort is Sort.Sign ? OfSign : OfWord);
            whole.Add(word);
            if (spelling != OfSpelling) whole.Add(Finish(spelling));
            whole.Add(Finish(word ^ uint.RotateLeft(before, 13) * OfPair));
            before = word;
            while (hit < reading.Hits.Count && reading.Hits[hit].Start < token.End)
            {
                if (reading.Hits[hit] is var found && found.Start >= token.Start) whole.Add(Hash(found.Word.Text, OfBadWord));
                hit++;
            }
            if (token.Sort is Sort.Word or Sort.Hashtag or Sort.Mixed) AddRuns(bare[..length]);
            words.Add(new(i, firstRun, runs.Count, firstWhole, whole.Count));
        }
    }

    static int Sign(string text, Token token, Span<char> bare)
    {
        if (char.IsLowSurrogate(text[token.Start]) || Tokens.IsUnseen(text[token.Start])) return 0;

        bare[0] = text[token.Start];
        if (!char.IsHighSurrogate(bare[0]) || token.Start + 1 >= text.Length) return 1;
        bare[1] = text[token.Start + 1];
        return 2;
    }

    static int Word(Reading reading, Token token, Span<char> bare, ref uint spelling)
    {
        var length = 0;
        var different = false;
        foreach (var sign in token.In(reading.Settled))
        {
            if (sign == '#' || Tokens.IsUnseen(sign) || Tokens.IsMark(sign)) continue;

            var letter = LookAlikes.Plain(sign, reading.Bench.Turkish);
            var fold = Letters.Fold(letter);
            if (length >= 2 && bare[length - 1] == fold && bare[length - 2] == fold) continue;
            if (length == LongestWord) break;
            different |= fold != letter;
            spelling = (spelling ^ letter) * 16777619u;
            bare[length++] = fold;
        }
        if (!different) spelling = OfSpelling;
        return length;
    }
}

/// <param name="Token">Which of the reading's tokens.</param>
readonly record struct LearntWord(int Token, int FirstRun, int EndOfRuns, int FirstWhole, int EndOfWhole);
