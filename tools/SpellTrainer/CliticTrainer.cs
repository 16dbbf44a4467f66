using Manset.Moderation.Spelling;
using Manset.Moderation.Text;

namespace SpellTrainer;

/// <summary>Learns from edited sentences when <c>de</c> is a word and when a suffix. AdaGrad steps, a fixed order: the same data gives the same bytes.</summary>
static class CliticTrainer
{
    const int Places = 1 << 17;
    const int Rounds = 8;
    const float Rate = 0.15f;

    readonly record struct Lesson(string Word, string Before, string After, bool IsName, bool IsWord);

    public static sbyte[] Train(List<string> sentences)
    {
        var lessons = sentences.SelectMany(Lessons).ToArray();
        Console.WriteLine($"de: {lessons.Count(lesson => lesson.IsWord)} words, {lessons.Count(lesson => !lesson.IsWord)} suffixes");
        var weights = new float[Places];
        var squares = new float[Places];
        var order = new Random(20_260);
        var places = new int[CliticContext.Most];
        for (var round = 0; round < Rounds; round++)
        {
            order.Shuffle(lessons);
            foreach (var (word, before, after, isName, isWord) in lessons)
            {
                var count = CliticContext.Read(word, before, after, isName, places, Places - 1);
                var sum = 0f;
                foreach (var place in places.AsSpan(0, count)) sum += weights[place];
                var slope = (isWord ? 1f : 0f) - 1f / (1f + MathF.Exp(-sum));
                if (MathF.Abs(slope) < 0.01f) continue;

                foreach (var place in places.AsSpan(0, count))
                {
                    squares[place] += slope * slope;
                    weights[place] += Rate * slope / MathF.Sqrt(squares[place] + 1f) - 1e-6f * weights[place];
                }
            }
        }
        return Array.ConvertAll(weights, weight => (sbyte)Math.Clamp(MathF.Round(weight / CliticModel.Step), -127, 127));
    }

    static IEnumerable<Lesson> Lessons(string text)
    {
        var tokens = Tokens.Of(text);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Sort != Sort.Word || token.Length is < 2 or > 40 || (token.Start > 0 && text[token.Start - 1] is '\'' or '’')) continue;

            var small = Letters.Lower(token.In(text), turkish: true);
            if (token.Length == 2 && small is "de" or "da")
            {
                if (i == 0 || tokens[i - 1].Sort != Sort.Word || tokens[i - 1].Length > 40) continue;
                yield return new(Letters.Lower(tokens[i - 1].In(text), turkish: true), Clitics.Before(text, tokens, i - 1), Clitics.After(text, tokens, i), char.IsUpper(text[tokens[i - 1].Start]), true);
            }
            else if (small == "oda") yield return new("o", Clitics.Before(text, tokens, i), Clitics.After(text, tokens, i), char.IsUpper(text[token.Start]), false);
            else if (small.Length > 3 && Clitics.IsDe(small.AsSpan(small.Length - 2)) && small[..^2] is var word && Clitics.TakesSuffix(word) && small.EndsWith(Clitics.Suffix(word), StringComparison.Ordinal))
            {
                yield return new(word, Clitics.Before(text, tokens, i), Clitics.After(text, tokens, i), char.IsUpper(text[token.Start]), false);
            }
        }
    }
}
