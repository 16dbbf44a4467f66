using System.Text.Json;
using System.Text.RegularExpressions;
using LetterTrainer;
using Manset.Moderation.Language;
using Manset.Moderation.Learnt;
using Manset.Moderation.Text;
using static Manset.Moderation.Learnt.Questions;

namespace JudgeTrainer;

/// <summary>
/// Reads the corpora that teach: those whose licence allows any use, and those published for research without one. Sets under a
/// non-commercial or a copyleft licence are not here.
/// </summary>
static partial class Sources
{
    public static IEnumerable<Lesson> All(string data, string language) => [.. Licensed(data, language), .. Unstated(data, language)];

    public static IEnumerable<Lesson> Licensed(string data, string language) => language == "tr"
        ? [.. OffensEval(data), .. Teknofest(data), .. Phrases.Of("tr"), .. CleanTurkish(data)]
        : [.. Davidson(data), .. Fox(data), .. ToxicSpans(data), .. Phrases.Of("en"), .. CleanEnglish(data)];

    /// <summary>They state no licence; <c>docs/decisions/0007</c> tells why they teach.</summary>
    public static IEnumerable<Lesson> Unstated(string data, string language) => language == "tr"
        ? [.. Hatc(data), .. Incivil(data), .. Mayda(data)]
        : [.. Olid(data)];

    /// <summary>Always the same one for the same text.</summary>
    public static int Fold(string text) => (int)(LetterContext.Hash(text) / 16 % 10);

    static IEnumerable<Lesson> OffensEval(string data) => Items(data, "offenseval2020-tr").Select(item =>
    {
        var offensive = item.Is("label", "OFF");
        var answers = Answers((Tweet, offensive), (Chatty, false));
        if (!offensive) Set(answers, 0, Insult, Profanity, Racism, Sexism);
        answers[Belief] = !Faith().IsMatch(item.Bare) || !offensive ? 0 : item.Is("fine", "grp") ? 1 : float.NaN;
        return item.Lesson(answers);
    });

    static IEnumerable<Lesson> Teknofest(string data) => Items(data, "teknofest2023-tr").Select(item =>
    {
        var label = item.Text("label");
        var answers = Answers((Comment, label != "OTHER"), (Chatty, false), (Insult, label == "INSULT"), (Profanity, label == "PROFANITY"),
            (Racism, label == "RACIST"), (Sexism, label == "SEXIST"));
        answers[Belief] = !Faith().IsMatch(item.Bare) || label == "OTHER" ? 0 : label == "RACIST" ? 1 : float.NaN;
        return item.Lesson(answers);
    });

    static IEnumerable<Lesson> CleanTurkish(string data) => Corpus.ReadTurkish(data).Select(text => Clean(text, "clean-tr"));

    static IEnumerable<Lesson> CleanEnglish(string data) => Corpus.ReadEnglish(data).Where(text => text.Length > 40).Select(text => Clean(text, "clean-en"));

    static IEnumerable<Lesson> Davidson(string data) => Items(data, "davidson2017-en").Select(item =>
        item.Lesson(Answers((Comment, !item.Is("label", "none"))), 0.5f));

    static IEnumerable<Lesson> Fox(string data) => Items(data, "fox-en").Select(item => item.Lesson(Answers((Comment, item.Is("label", "hateful")))));

    static IEnumerable<Lesson> ToxicSpans(string data) => Items(data, "toxicspans-en").Select(item => item.Lesson(Answers((Comment, true)), 0.5f) with
    {
        Spans = [.. item.Json.GetProperty("spans").EnumerateArray().Select(span => (span[0].GetInt32(), span[1].GetInt32()))]
    });

    static IEnumerable<Lesson> Olid(string data) => Items(data, "olid-en").Select(item => item.Lesson(Answers((Tweet, item.Is("label", "OFF")))));

    static IEnumerable<Lesson> Hatc(string data) => Items(data, "hatc-tr").Select(item => item.Lesson(Answers((Comment, item.Is("label", "OFF")), (Chatty, true))));

    static IEnumerable<Lesson> Incivil(string data) => Items(data, "incivil5k-tr").Select(item => item.Lesson(Answers((Comment, item.Is("label", "OFF")))));

    static IEnumerable<Lesson> Mayda(string data) => Items(data, "mayda2021-tr").Select(item =>
    {
        var subtypes = item.Json.TryGetProperty("subtypes", out var kinds) ? kinds.ToString() : "";
        return item.Lesson(Answers((Comment, !item.Is("label", "none")), (Belief, subtypes.Contains("religion", StringComparison.Ordinal)),
            (Racism, subtypes.Contains("ethnic", StringComparison.Ordinal)), (Sexism, subtypes.Contains("sexist", StringComparison.Ordinal))));
    });

    static Lesson Clean(string text, string set)
    {
        var answers = Answers((Comment, false));
        Set(answers, 0, Insult, Profanity, Racism, Sexism, Belief);
        return new(text, set, Fold(text), answers);
    }

    static float[] Answers(params ReadOnlySpan<(int Question, bool Yes)> given)
    {
        var answers = new float[Count];
        Array.Fill(answers, float.NaN);
        foreach (var (question, yes) in given) answers[question] = yes ? 1 : 0;
        return answers;
    }

    static void Set(float[] answers, float answer, params ReadOnlySpan<int> questions)
    {
        foreach (var question in questions) answers[question] = answer;
    }

    static IEnumerable<Item> Items(string data, string set)
    {
        foreach (var line in Corpus.Lines($"{data}/moderation/{set}/train.jsonl.gz"))
        {
            using var document = JsonDocument.Parse(line);
            yield return new(set, document.RootElement.Clone());
        }
    }

    sealed record Item(string Set, JsonElement Json)
    {
        public string Bare => Letters.Fold(Text("text"));

        public string Text(string name) => Json.TryGetProperty(name, out var value) ? value.GetString()! : "";

        public bool Is(string name, string value) => Text(name) == value;

        public Lesson Lesson(float[] answers, float weight = 1) => new(Text("text"), Set, Json.GetProperty("fold").GetInt32(), answers, weight);
    }

    /// <summary>Words of belief, in bare letters.</summary>
    [GeneratedRegex(@"\b(musluman|h[iı]?r[iı]stiyan|yahudi|musevi|siyonist|alevi|kizilbas|sunni|ateist|deist|gavur|kafir|dinsiz|imansiz|allahsiz|kitapsiz|hacli|islam|peygamber|kuran|yobaz|softa|zerdust|budist|hindu|mezheb|kilise|sinagog|cemevi|papaz|haham|imam|tarikat|seriat)")]
    private static partial Regex Faith();
}
