using System.Diagnostics;
using Manset.Moderation.Language;
using Manset.Moderation.Spelling;
using Manset.Moderation.Text;

namespace Manset.Moderation.Tests;

/// <summary>No text, however crafted, costs more than its length: eight times the text, eight times the work and no more than a few over.</summary>
public sealed class LinearCostTests
{
    const int Short = 1 << 14;
    const int Times = 8;

    /// <summary>A quadratic cost would be sixty-four times; noise of the machine is far below.</summary>
    const double Most = 32;

    /// <summary>Seconds, below which a busy machine says nothing.</summary>
    const double Measurable = 0.002;

    static readonly string[] Crafted =
    [
        "a", "ı", "s", "cgiosu", "a\u0301", "\u0301", "\u200B", "a\u200B", "s\u00AD", "\u202E", "'", "'a", "a'de ", "de ", "de de ", "da\u0301 ", "mi ", "çoook", "aaaa ", "ooooooo ", "yapıyım ", "gelcem ", "lerlar",
        "leri", "ki", "kiki ", "olu olu ", "cok guzel ", "hiç bir ", "www.", "a.b", "a.com ", "://", "a://b ", "@a", "#a", "@", "......", "a.", "\uD800", "👍", "İ", "I ", "AAAA ", "SU ", "1a", "12 ", "\n", "\"", "‘a ",
        "Xyzw'", "ßé ", "Straße ", "the of ", "teh ", "recieve ", "qwx ", "şş", "değil degil "
    ];

    static readonly Judge[] Judges = [.. ((string[])["tr", "en"]).Select(language => Judge.For(HouseRules.Parse($$"""
        { "version": "letters", "language": "{{language}}", "rules": { "capitals": {}, "turkish-letters": {}, "spelling": { "strictness": "strict" }, "language": {}, "offence": { "on": false }, "belief": { "on": false } } }
        """)))];

    /// <summary>With all its rules, and the learnt models.</summary>
    static readonly Judge Whole = Judge.For(HouseRules.Default("tr"));

    public static TheoryData<string> Pieces => [.. Crafted];

    [Theory, MemberData(nameof(Pieces))]
    public void Restoring_letters_is_linear(string piece) => Grow(piece, text => TurkishLetters.Restore(text));

    [Theory, MemberData(nameof(Pieces))]
    public void Reading_tokens_is_linear(string piece) => Grow(piece, text => Tokens.Of(text));

    [Theory, MemberData(nameof(Pieces))]
    public void Judging_language_letters_capitals_and_spelling_is_linear(string piece)
    {
        foreach (var judge in Judges) Grow(piece, text => judge.Weigh(new(text)));
    }

    [Theory]
    [InlineData("a"), InlineData("s*"), InlineData("a.p.t.a.l."), InlineData("a p t a l "), InlineData("siktir"), InlineData("SİK "), InlineData("\u200B"), InlineData("a\u0301")]
    [InlineData("\""), InlineData("'a"), InlineData("@a "), InlineData("1"), InlineData("*"), InlineData("ı"), InlineData("aptal \" "), InlineData("https://a.b/ "), InlineData("\uD800")]
    [InlineData("SUÇ "), InlineData("Ö. "), InlineData("A'DA ")]
    public void Judging_by_every_rule_is_linear(string piece) => Grow(piece, text => Whole.Weigh(new(text)));

    [Fact]
    public void A_chance_mixture_is_linear_too()
    {
        var chance = new Random(11);
        for (var i = 0; i < 6; i++)
        {
            var piece = string.Concat(Enumerable.Range(0, chance.Next(2, 9)).Select(_ => Crafted[chance.Next(Crafted.Length)]));
            Grow(piece, text => TurkishLetters.Restore(text));
            Grow(piece, text => Judges[0].Weigh(new(text)));
        }
    }

    [Fact]
    public void A_long_word_is_walked_no_further_than_words_go()
    {
        Assert.Equal(0UL, Stems.Turkish.Ends(new string('a', 1_000_000)));
        Assert.Null(Lexicon.Turkish.Find(new string('a', 1_000_000)));
    }

    static void Grow(string piece, Action<string> work)
    {
        var one = string.Concat(Enumerable.Repeat(piece, Short / piece.Length));
        var many = string.Concat(Enumerable.Repeat(piece, Times * Short / piece.Length));
        work(one);
        var (least, most) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < 12 && !(most < Most * Math.Max(least, Measurable)); i++) (least, most) = (Math.Min(least, Time(one, work)), Math.Min(most, Time(many, work)));
        Assert.True(most < Most * Math.Max(least, Measurable), $"{most / least:F0} times the time for {Times} times the text of {piece}");
    }

    static double Time(string text, Action<string> work)
    {
        var clock = Stopwatch.StartNew();
        work(text);
        return clock.Elapsed.TotalSeconds;
    }
}
