using System.Runtime.InteropServices;
using Manset.Moderation.Language;
using Manset.Moderation.Rules;
using Manset.Moderation.Text;

namespace LetterTrainer;

/// <summary>Learns from edited sentences which words print begins with a capital, and which it writes in capitals. AdaGrad steps, a fixed order: the same data gives the same bytes.</summary>
static class CasingTrainer
{
    const int Places = 1 << 18;
    const int Rounds = 6;
    const float Rate = 0.15f;

    readonly record struct Lesson(int[] Places, Casing Casing);

    public static void Write(string path, List<string> sentences, Lexicon lexicon, bool turkish) =>
        File.WriteAllBytes(path, MemoryMarshal.AsBytes(Train(sentences, lexicon, turkish).AsSpan()));

    public static sbyte[] Train(IEnumerable<string> sentences, Lexicon lexicon, bool turkish)
    {
        var lessons = sentences.SelectMany(sentence => Lessons(sentence, lexicon, turkish)).ToArray();
        var (weights, squares) = (new float[2 * Places], new float[2 * Places]);
        var order = new Random(20_260);
        for (var round = 0; round < Rounds; round++)
        {
            order.Shuffle(lessons);
            foreach (var (places, casing) in lessons)
            {
                Step(weights.AsSpan(0, Places), squares.AsSpan(0, Places), places, casing is not Casing.Small);
                if (casing is not Casing.Small) Step(weights.AsSpan(Places), squares.AsSpan(Places), places, casing is Casing.Capitals);
            }
        }
        return Array.ConvertAll(weights, weight => (sbyte)Math.Clamp(MathF.Round(weight / CasingModel.Step), -127, 127));
    }

    static void Step(Span<float> weights, Span<float> squares, int[] places, bool yes)
    {
        var sum = 0f;
        foreach (var place in places) sum += weights[place];
        var slope = (yes ? 1f : 0f) - 1f / (1f + MathF.Exp(-sum));
        if (MathF.Abs(slope) < 0.01f) return;

        foreach (var place in places)
        {
            squares[place] += slope * slope;
            weights[place] += Rate * slope / MathF.Sqrt(squares[place] + 1f) - 1e-6f * weights[place];
        }
    }

    /// <summary>Not of sentences that shout, and not of first words, whose capitals say nothing.</summary>
    static IEnumerable<Lesson> Lessons(string text, Lexicon lexicon, bool turkish)
    {
        var tokens = Tokens.Of(text);
        var words = Casings.Words(text, Letters.Lower(text, turkish), tokens, lexicon, turkish);
        if (words.Count(word => CasingOf(tokens[word.Token].In(text)) is Casing.Capitals) * 3 > words.Count) yield break;

        var places = new int[CasingContext.Most];
        for (var at = 0; at < words.Count; at++)
        {
            if (IsFirst(at)) continue;

            var count = CasingContext.Read(Casings.Around(words, at), (Before(1), Before(2)), places, Places - 1);
            yield return new(places[..count], CasingOf(tokens[words[at].Token].In(text)));

            Casing Before(int back) => at >= back && !IsFirst(at - back + 1) ? CasingOf(tokens[words[at - back].Token].In(text)) : Casing.Small;
        }

        bool IsFirst(int at) => Casings.StartsSentence(text, tokens, words[at].Token);
    }

    static Casing CasingOf(ReadOnlySpan<char> word) =>
        !char.IsUpper(word[0]) ? Casing.Small : word.Length > 1 && Shouting.IsCapitals(word) ? Casing.Capitals : Casing.Capital;
}
