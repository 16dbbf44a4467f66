using LetterTrainer;
using Manset.Moderation;
using Manset.Moderation.Language;

namespace ModerationBench;

/// <summary>Edited sentences put in capitals: are they told from what they were, and do names and acronyms come back?</summary>
static class Shouts
{
    /// <summary>One that has met the words and the capitals of every sentence but the tenth that is held back.</summary>
    public static Judge Judge(string data, string language)
    {
        var turkish = language == "tr";
        var corpus = Corpus.Read(data);
        var learnt = (turkish ? corpus.Turkish : corpus.English).Where(sentence => !Corpus.IsHeldBack(sentence)).ToList();
        var words = new Lexicon([.. turkish ? WordList.Turkish(data, learnt) : WordList.English(data, learnt), .. Lexicon.Acronyms()]);
        return Manset.Moderation.Judge.For(HouseRules.Default(language), new Models(Words: words, Casing: new(CasingTrainer.Train(learnt, words, turkish))));
    }

    public static void Print(string name, Judge judge, IEnumerable<string> sentences, Func<string, string> shout)
    {
        var (found, missed, falsely, all, offered) = (0, 0, 0, 0, 0);
        var (acronyms, names, titles, others) = (new Count(), new Count(), new Count(), new Count());
        var show = Environment.GetEnvironmentVariable("SHOWSET") == name;
        foreach (var sentence in sentences)
        {
            // What shouts in print itself (headlines run into the text, hotel reviews) is no example of how it writes.
            if (sentence.Split(' ').Any(word => IsCapitals(word) && word.Count(char.IsLetter) > 5)) continue;

            all++;
            if (IsFlagged(judge.Weigh(new(sentence))))
            {
                falsely++;
                if (show) Console.WriteLine($"    falsely: {sentence}");
            }
            var shouted = shout(sentence);
            var verdict = judge.Weigh(new(shouted));
            if (IsFlagged(verdict)) found++;
            else
            {
                missed++;
                if (show) Console.WriteLine($"    missed: {sentence}");
            }
            if (verdict.Rewrite is not { } rewrite || rewrite.Split(' ') is var mended && sentence.Split(' ') is var truth && mended.Length != truth.Length) continue;

            offered++;
            for (var i = 1; i < truth.Length; i++)
            {
                // What begins a sentence or a quotation, and what is shouted in the sentence itself, shows nothing.
                if (truth[i - 1] is [] or [.., '.' or '!' or '?' or ':' or '…' or '"' or '“' or '”' or '\'' or '‘' or '`'] || !truth[i].Any(char.IsLetter)) continue;
                if (IsCapitals(truth[i]) && (IsCapitals(truth[i - 1]) || (i + 1 < truth.Length && IsCapitals(truth[i + 1])))) continue;
                if (truth[i][0] is '"' or '“' or '‘' or '\'' or '`') continue;

                var (one, other) = (Host(truth[i]), Host(mended[i]));
                var kind = IsCapitals(truth[i]) ? acronyms : !one.Any(char.IsUpper) ? others : IsCommon(one) ? titles : names;
                kind.Add(kind == names || kind == titles ? char.IsUpper(First(other)) && (one.Count(char.IsLetter) == 1 || other.Any(char.IsLower)) : kind == acronyms ? !other.Any(char.IsLower) : !other.Any(char.IsUpper));
                if (show && kind.WasWrong && kind != others) Console.WriteLine($"    {one} > {other}   {sentence}");
            }
        }
        var (precision, recall) = ((double)found / (found + falsely), (double)found / (found + missed));
        Console.WriteLine($"  {name,-36} F1 {2 * precision * recall / (precision + recall):F4} of {all} sentences, {falsely} falsely, {missed} missed; rewrite offered {100.0 * offered / all:F1} %; "
            + $"acronyms lowered {acronyms}, names {names}, both {acronyms + names}; common words with a capital (Birinci Lig) {titles}; small words not small {others}");
    }

    /// <summary>A word that print writes small as well, by the word lists that ship.</summary>
    static bool IsCommon(string word) => Lexicon.Turkish.Likeliest(word.Trim('.', ',', ';', ':', '?', '!', '"', ')', '(', '”', '…')) is { Kind: Kind.Word, Weight: >= 8 };

    static bool IsFlagged(Verdict verdict) => verdict.Scores["capitals"] >= 0.7;

    static bool IsCapitals(string word) => Host(word) is var host && host.Count(char.IsLetter) > 1 && !host.Any(char.IsLower);

    /// <summary>The word before its apostrophe.</summary>
    static string Host(string word) => word.Length > 1 && word.IndexOfAny(['\'', '’'], 1) is > 0 and var at ? word[..at] : word;

    static char First(string word) => word.FirstOrDefault(char.IsLetter);

    sealed class Count
    {
        int wrong, all;

        public bool WasWrong { get; private set; }

        public void Add(bool right)
        {
            WasWrong = !right;
            all++;
            if (!right) wrong++;
        }

        public static Count operator +(Count one, Count other) => new() { wrong = one.wrong + other.wrong, all = one.all + other.all };

        public override string ToString() => $"{100.0 * wrong / Math.Max(1, all):F2} % of {all}";
    }
}
