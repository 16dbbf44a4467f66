using System.Diagnostics;
using Manset.Desk.Shares;

namespace Manset.Tests.Desk;

/// <summary>What of a text stands word for word in others; each line a text, its sources, and what is marked in it.</summary>
public sealed class SharedRunsTests
{
    [Theory]
    [InlineData("Bir iki üç dört beş.", "Bir iki üç dört beş.", "Bir iki üç dört beş")]
    [InlineData("BİR İKİ ÜÇ DÖRT BEŞ!", "“bir iki, üç” dört – beş", "BİR İKİ ÜÇ DÖRT BEŞ")]
    [InlineData("Türkiye’nin en büyük köprüsü bugün açıldı", "TÜRKİYE'NİN EN BÜYÜK KÖPRÜSÜ BUGÜN KAPANDI", "Türkiye’nin en büyük köprüsü bugün")]
    [InlineData("bir iki üç dört", "bir iki üç dört beş", "")]
    [InlineData("Bir iki üç!", "bir iki üç|başka", "Bir iki üç")]
    [InlineData("bir iki üç dört x beş altı yedi sekiz", "bir iki üç dört beş altı yedi sekiz", "")]
    [InlineData("önce a b c d e sonra f g h i j k", "f g h i j k l a b c d e", "a b c d e|f g h i j k")]
    [InlineData("a b c d e a b c d e x", "a b c d e", "a b c d e a b c d e")]
    [InlineData("a b c d e f g", "a b c d e|c d e f g", "a b c d e f g")]
    [InlineData("", "a b c d e", "")]
    [InlineData("a b c d e", "", "")]
    [InlineData("a a a a a a a a", "a a a a a a a a a a a a", "a a a a a a a a")]
    public void Runs_of_five_words_and_more_are_found(string text, string source, string marked)
    {
        var (runs, words) = SharedRuns.Of([text], [source.Split('|')])[0];

        Assert.Equal(marked.Length == 0 ? [] : marked.Split('|'), runs.Select(run => text[run.Start..run.End]));
        Assert.Equal(text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, words);
    }

    [Fact]
    public void The_longer_run_is_laid_first_and_each_word_belongs_to_one_source()
    {
        var (runs, _) = SharedRuns.Of(["a b c d e f g h i j k l"], [["a b c d e f g"], ["c d e f g h i j k l"]])[0];

        Assert.Equal([(0, 2), (1, 10)], runs.Select(run => (run.Source, run.Words)));
    }

    [Fact]
    public void Runs_do_not_go_from_one_field_into_the_next()
    {
        var fields = SharedRuns.Of(["a b c", "d e f g h"], [["a b c d e f g h"]]);

        Assert.Empty(fields[0].Runs);
        Assert.Equal(5, Assert.Single(fields[1].Runs).Words);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(100_000)]
    public void A_long_text_beside_itself_takes_no_longer_than_reading_it(int different)
    {
        var text = string.Join(' ', Enumerable.Range(0, 100_000).Select(at => $"w{at % different}"));
        var watch = Stopwatch.StartNew();

        var (runs, words) = SharedRuns.Of([text], [[text]])[0];

        Assert.Equal((0, text.Length, 100_000), (runs[0].Start, runs[0].End, words));
        // Comparing every place with every other would be ten thousand million comparisons.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }
}
