using Manset.Moderation.Spelling;
using Manset.Moderation.Text;

namespace SpellTrainer;

static class Measure
{
    /// <summary>Words in small letters of edited text: nearly all of them are right.</summary>
    public static void PrintKnown(Stems stems, List<string> sentences)
    {
        var (all, unknown) = (0, new Dictionary<string, int>());
        foreach (var sentence in sentences)
        {
            foreach (var token in Tokens.Of(sentence))
            {
                if (token.Sort != Sort.Word) continue;
                all++;
                var word = token.In(sentence);
                if (char.IsUpper(word[0]) || word.Length < 2 || (token.Start > 0 && sentence[token.Start - 1] is '\'' or '’')) continue;
                if (stems.Ends(word) == 0) unknown[word.ToString()] = unknown.GetValueOrDefault(word.ToString()) + 1;
            }
        }
        Console.WriteLine($"stems: {stems.Added.Count}; held back: {sentences.Count} sentences, {all} words, {100.0 * unknown.Values.Sum() / all:F2} % unknown");
        Console.WriteLine($"  {string.Join(' ', unknown.OrderByDescending(pair => pair.Value).Take(300).Select(pair => pair.Key))}");
    }

    /// <summary>Errors made by a rule in news sentences, and edited sentences, in which every one found is false.</summary>
    public static void PrintClitics(CliticModel model, List<string> sentences, string data)
    {
        foreach (var apart in (float[])[-1, -0.5f, 0, 0.5f, 1])
        {
            foreach (var joined in (float[])[0, 1])
            {
                var clitics = new Clitics(model) { Apart = apart, Joined = joined };
                var clean = sentences.Sum(sentence => Tokens.Of(sentence) is var tokens ? Enumerable.Range(0, tokens.Count).Count(at => tokens[at].Sort == Sort.Word && clitics.Mend(sentence, tokens, at) is not null) : 0);
                var (hit, falsely, missed) = (0, 0, 0);
                foreach (var line in LetterTrainer.Corpus.Lines($"{data}/moderation/deda2019-tr/train.jsonl.gz"))
                {
                    using var document = System.Text.Json.JsonDocument.Parse(line);
                    var words = document.RootElement.GetProperty("tokens").EnumerateArray().Select(token => token.GetString()!).ToArray();
                    var wrong = document.RootElement.GetProperty("wrong").EnumerateArray().Select(mark => mark.GetInt32() == 1).ToArray();
                    var text = string.Join(' ', words);
                    var tokens = Tokens.Of(text);
                    var found = new HashSet<int>();
                    for (var i = 0; i < tokens.Count; i++)
                        if (tokens[i].Sort == Sort.Word && clitics.Mend(text, tokens, i) is not null) found.Add(tokens[i].Start);
                    var at = 0;
                    for (var i = 0; i < words.Length; at += words[i].Length + 1, i++)
                    {
                        var flagged = found.Any(start => start >= at && start < at + words[i].Length);
                        if (flagged && wrong[i]) hit++;
                        else if (flagged) falsely++;
                        else if (wrong[i]) missed++;
                    }
                }
                Console.WriteLine($"  apart {apart}, joined {joined}: de/da precision {100.0 * hit / (hit + falsely):F1}, recall {100.0 * hit / (hit + missed):F1}, F1 {2.0 * hit / (2 * hit + falsely + missed):F3}; {clean} in {sentences.Count} clean sentences");
            }
        }
    }
}
