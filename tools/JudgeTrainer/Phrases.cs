using Manset.Moderation.Learnt;

namespace JudgeTrainer;

/// <summary>Writes out the sentences of a phrase file: every pattern with every member of the list it names.</summary>
static class Phrases
{
    static readonly Dictionary<string, int> Kinds = new()
    {
        ["belief"] = Questions.Belief,
        ["racism"] = Questions.Racism,
        ["sexism"] = Questions.Sexism,
        ["insult"] = Questions.Insult
    };

    public static IEnumerable<Lesson> Of(string language)
    {
        var lists = new Dictionary<string, string[]>();
        using var reader = new StreamReader(typeof(Phrases).Assembly.GetManifestResourceStream($"phrases.{language}.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;

            if (line.IndexOf(" | ", StringComparison.Ordinal) is > 0 and var bar)
                foreach (var lesson in Write(line[..bar], line[(bar + 3)..], lists, language)) yield return lesson;
            else
                lists[line[..line.IndexOf(':', StringComparison.Ordinal)]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..].Split(", ");
        }
    }

    static IEnumerable<Lesson> Write(string label, string pattern, Dictionary<string, string[]> lists, string language)
    {
        var open = pattern.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            yield return Lesson(pattern, label, null, Sources.Fold(pattern), language);
            yield break;
        }
        var close = pattern.IndexOf('}', open);
        var name = pattern[(open + 1)..close].Split('+', '/')[0];
        foreach (var kind in name == "all" ? ["faith", "people", "sex"] : new[] { name })
            foreach (var member in lists[kind])
                yield return Lesson(Filled(pattern, member, language), label, kind, Sources.Fold(pattern), language);
    }

    /// <summary>A sentence of hate is of the kind of its list.</summary>
    static Lesson Lesson(string text, string label, string? list, int fold, string language)
    {
        if (label == "hate") label = list switch { "faith" => "belief", "people" => "racism", _ => "sexism" };
        var answers = new float[Questions.Count];
        Array.Fill(answers, float.NaN);
        answers[Questions.Comment] = label == "clean" ? 0 : 1;
        foreach (var kind in new[] { Questions.Belief, Questions.Racism, Questions.Sexism, Questions.Profanity, Questions.Insult })
            answers[kind] = 0;
        if (Kinds.TryGetValue(label, out var own)) answers[own] = 1;
        return new(text, "phrases", fold, answers, Weight: language == "tr" ? 2 : 6);
    }

    static string Filled(string pattern, string member, string language)
    {
        var forms = member.Split('/');
        for (var open = pattern.IndexOf('{', StringComparison.Ordinal); open >= 0; open = pattern.IndexOf('{', StringComparison.Ordinal))
        {
            var close = pattern.IndexOf('}', open);
            var hole = pattern[(open + 1)..close];
            var word = hole.EndsWith("/1", StringComparison.Ordinal) ? forms[^1] : forms[0];
            if (hole.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus) word += Ending(word, hole[(plus + 1)..]);
            pattern = string.Concat(pattern.AsSpan(0, open), word, pattern.AsSpan(close + 1));
        }
        return language == "tr" ? char.ToUpper(pattern[0], System.Globalization.CultureInfo.GetCultureInfo("tr-TR")) + pattern[1..] : char.ToUpperInvariant(pattern[0]) + pattern[1..];
    }

    /// <summary>The lists stand in the plural, so harmony is that of <c>-lar</c> or <c>-ler</c>, and of possession in <c>ev hanımları</c>.</summary>
    static string Ending(string plural, string suffix)
    {
        var back = plural.LastIndexOfAny(['a', 'ı']) > plural.LastIndexOfAny(['e', 'i']);
        var possessed = plural[^1] is 'ı' or 'i';
        var ending = suffix switch { "den" => possessed ? "nden" : "den", "le" => possessed ? "yle" : "le", _ => possessed ? "n" + suffix : suffix };
        return back ? ending.Replace('e', 'a').Replace('i', 'ı') : ending;
    }
}
