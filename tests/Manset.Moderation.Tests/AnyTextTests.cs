using System.IO.Compression;
using System.Text.Json;

namespace Manset.Moderation.Tests;

/// <summary>What holds for every text there is.</summary>
public sealed class AnyTextTests
{
    static readonly Judge[] Judges = [Judge.For(HouseRules.Default("tr")), Judge.For(HouseRules.Default("en"))];

    [Fact]
    public void Naughty_strings_get_a_verdict()
    {
        using var strings = JsonDocument.Parse(File.ReadAllBytes(Shared("data/naughty-strings/blns.json")));
        Assert.All(strings.RootElement.EnumerateArray().Select(text => text.GetString()!), Hold);
    }

    [Fact]
    public void Real_remarks_get_a_verdict_and_every_rewrite_is_approved()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Shared("data/moderation/hatc-tr/train.jsonl.gz")), CompressionMode.Decompress));
        for (var i = 0; i < 4000 && reader.ReadLine() is { } line; i++)
        {
            using var remark = JsonDocument.Parse(line);
            var text = remark.RootElement.GetProperty("text").GetString()!;
            Hold(text);
            if (i % 4 == 0) Hold(text.ToUpperInvariant());
        }
    }

    [Fact]
    public void Chance_texts_get_a_verdict()
    {
        var chance = new Random(7);
        const string Signs = "aAbiIıİşŞsSkKtTrR4*.@$!-_'\" \t\n\u200B\u0301\uD83D\uDC4D\uFFFDаμＡ#:/ 0123";
        for (var i = 0; i < 4000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, chance.Next(60)).Select(_ => Signs[chance.Next(Signs.Length)]));
            Hold(text);
        }
    }

    [Theory]
    [InlineData("a"), InlineData("a p t a l "), InlineData("aptal \" "), InlineData("\uD800")]
    public void A_megabyte_gets_a_verdict(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        Assert.Equal(Decision.Reject, Judges[0].Weigh(new(text)).Decision);
    }

    [Fact]
    public void One_judge_serves_many_threads()
    {
        string[] texts = ["BU HABER COK GUZEL OLMUS", "Sen aptalsın", "Bu haber çok güzel olmuş.", "s*ktir git"];
        var alone = texts.Select(text => Judges[0].Weigh(new(text)).Decision).ToArray();

        Parallel.For(0, 2000, i => Assert.Equal(alone[i % 4], Judges[0].Weigh(new(texts[i % 4])).Decision));
    }

    /// <summary>The laws of a verdict.</summary>
    static void Hold(string text)
    {
        foreach (var judge in Judges)
        {
            var verdict = judge.Weigh(new(text));

            Assert.All(verdict.Findings, finding => Assert.True(
                finding.Start >= 0 && finding.End <= text.Length && finding.Start <= finding.End && finding.Confidence is > 0 and <= 1 && finding.Explanation.Length > 0, $"{text}: {finding}"));
            Assert.All(verdict.Scores, score => Assert.InRange(score.Value, 0, 1));
            Assert.True(verdict.Decision == Decision.Approve || verdict.Findings.Count > 0, text);
            if (string.IsNullOrWhiteSpace(text)) Assert.Equal(Decision.Reject, verdict.Decision);
            if (verdict.Rewrite is null) continue;

            Assert.NotEqual(Decision.Approve, verdict.Decision);
            Assert.Equal(Decision.Approve, judge.Weigh(new(verdict.Rewrite)).Decision);
        }
    }

    static string Shared(string path)
    {
        var root = Environment.GetEnvironmentVariable("MANSET_SHARED");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); root is null && folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Manset.slnx"))) root = Path.Combine(folder.FullName, "..", "shared");
        if (root is null || !Directory.Exists(root)) Assert.Skip("../shared is absent");
        return Path.Combine(root, path);
    }
}
