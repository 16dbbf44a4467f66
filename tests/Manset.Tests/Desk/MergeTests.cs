using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Manset.Desk;
using Manset.Desk.Editing;
using Manset.Staff;
using Manset.Tests.Wire;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Desk;

public sealed class MergeTests
{
    const string First = "Fırtına bekleniyor.</p><p>Maç saat 20.00’de.</p><p>Bilet fiyatları değişmedi.";

    [Theory]
    // old, ours, new, who changed each stretch
    [InlineData("a b c", "a b c", "a b c", "= = =")]
    [InlineData("a b c", "a B c", "a b c", "= U =")]
    [InlineData("a b c", "a b c", "a B c", "= A =")]
    [InlineData("a b c", "a X c", "a Y c", "= C =")]
    [InlineData("a b c", "a X c", "a X c", "= S =")]
    [InlineData("a b c", "o a b c", "a b c n", "U = = = A")]
    [InlineData("a b c", "a c", "a b c n", "= U = A")]
    [InlineData("a b", "a X", "Y b", "A U")]
    [InlineData("a b", "X b", "Y c", "C A")]
    [InlineData("", "x", "y", "C")]
    [InlineData("a", "", "b", "C")]
    public void Stretches_are_cut_where_all_three_agree(string old, string ours, string @new, string changed)
    {
        var hunks = Hunk.Of(Split(old), Split(ours), Split(@new));

        Assert.Equal(changed, string.Join(' ', hunks.Select(hunk => hunk.ChangedBy switch
        {
            ChangedBy.Nobody => "=",
            ChangedBy.Us => "U",
            ChangedBy.Agency => "A",
            ChangedBy.BothAlike => "S",
            _ => "C",
        })));
        Assert.Equal(Split(old), hunks.SelectMany(hunk => hunk.Old));
        Assert.Equal(Split(ours), hunks.SelectMany(hunk => hunk.Ours));
        Assert.Equal(Split(@new), hunks.SelectMany(hunk => hunk.New));

        static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    public void Names_in_no_order_never_collide()
    {
        var merge = Merge.Of(
            new() { Tags = ["futbol", "hava"] }, new() { Tags = ["hava", "derbi"] }, new() { Tags = ["futbol", "hava", "İstanbul"] });

        Assert.Empty(merge.Conflicts);
        Assert.Equal(["hava", "derbi", "İstanbul"], merge.With(new Dictionary<int, Choice>()).Tags);
    }

    [Fact]
    public async Task One_press_takes_all_that_touches_nothing_of_ours_and_what_both_rewrote_waits_for_a_choice()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var story = await Rewritten(newsroom, editor, ("headline", "Bizim başlığımız"));
        await newsroom.Send(Item("Derbi yarın oynanacak", "aa:2", First.Replace("20.00", "21.00", StringComparison.Ordinal), 2, category: "spor"));

        using var page = await editor.Read($"{story}/newer-take");
        Assert.Single(page.QuerySelectorAll(".merge-question.conflict"));
        Assert.Equal(2, page.QuerySelectorAll(".merge-question").Length);
        Assert.All(page.QuerySelectorAll<IHtmlInputElement>(".conflict [type=radio]"), choice => Assert.False(choice.IsChecked));

        using (var taken = await editor.Send(page, $"{story}/newer-take/untouched")) Assert.Equal($"{story}/newer-take", taken.Headers.Location!.OriginalString);
        using (var now = await editor.Read(story))
        {
            Assert.Equal("Bizim başlığımız", now.QuerySelector("[name=headline]")!.TextContent);
            Assert.Contains("21.00", now.QuerySelector("[name=body]")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(now.QuerySelector(".newer"));
        }

        using var rest = await editor.Read($"{story}/newer-take");
        Assert.Single(rest.QuerySelectorAll(".merge-question"));
        using (var unanswered = await editor.Send(rest, $"{story}/newer-take", ("q0", ""))) Assert.Equal(HttpStatusCode.Conflict, unanswered.StatusCode);
        using (var settled = await editor.Send(rest, $"{story}/newer-take", ("q0", "New"))) Assert.Equal(story, settled.Headers.Location!.OriginalString);
        using var done = await editor.Read(story);
        Assert.Equal("Derbi yarın oynanacak", done.QuerySelector("[name=headline]")!.TextContent);
        Assert.Null(done.QuerySelector(".newer"));
        Assert.Equal((2, null), ((await newsroom.StoryOf("aa:2"))!.Taken, (await newsroom.StoryOf("aa:2"))!.NewerTake));
    }

    [Fact]
    public async Task Both_versions_of_a_paragraph_may_stand_and_nothing_is_published_by_a_merge()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var story = await Rewritten(newsroom, editor, ("body", "Fırtına bekleniyor.\n\nBizim cümlemiz.\n\nBilet fiyatları değişmedi."));
        using (var published = await editor.Send(story, $"{story}/publication")) Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        var path = await newsroom.PathOf("aa:2");
        await newsroom.Send(Item("Derbi ertelendi", "aa:2", First.Replace("20.00", "21.00", StringComparison.Ordinal), 2, category: "spor"));

        using (var settled = await editor.Send($"{story}/newer-take", $"{story}/newer-take", ("q0", "Both"))) Assert.Equal(story, settled.Headers.Location!.OriginalString);

        Assert.DoesNotContain("21.00", await newsroom.Page(path), StringComparison.Ordinal);
        using (var published = await editor.Send(story, $"{story}/publication")) Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Contains("<p>Bizim cümlemiz.</p>\n<p>Maç saat 21.00’de.</p>", await newsroom.Page(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_still_newer_take_or_someone_elses_save_is_shown_before_anything_is_merged()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var story = await Rewritten(newsroom, editor, ("headline", "Bizim başlığımız"));
        await newsroom.Send(Item("İkinci", "aa:2", First, 2, category: "spor"));
        using var seen = await editor.Read($"{story}/newer-take");

        await newsroom.Send(Item("Üçüncü", "aa:2", First, 3, category: "spor"));
        using (var late = await editor.Send(seen, $"{story}/newer-take", ("q0", "New")))
        {
            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
            using var again = await AtTheDesk.Parse(late);
            Assert.Contains("Üçüncü", again.Body!.TextContent, StringComparison.Ordinal);
        }
        using (var saved = await editor.Send(story, story, ("standfirst", "Bizim spotumuz."))) Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using (var none = await editor.Send(seen, $"{story}/newer-take", ("q0", "New"))) Assert.Equal(HttpStatusCode.Redirect, none.StatusCode);
        using var now = await editor.Read(story);
        Assert.Equal("Bizim başlığımız", now.QuerySelector("[name=headline]")!.TextContent);
    }

    [Fact]
    public async Task The_note_of_a_correction_is_proposed_as_ours_until_readers_have_been_told()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var story = await Rewritten(newsroom, editor, ("headline", "Bizim başlığımız"));
        using (var published = await editor.Send(story, $"{story}/publication")) Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        await newsroom.Send(Item("Derbi ertelendi", "aa:2", First.Replace("20.00", "21.00", StringComparison.Ordinal), 2, category: "spor", corrects: true, note: "Maçın saati yanlıştı."));

        using (var taken = await editor.Send($"{story}/newer-take", $"{story}/newer-take/untouched")) Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        using var page = await editor.Read(story);
        Assert.Null(page.QuerySelector(".newer"));
        Assert.Equal("Maçın saati yanlıştı.", page.QuerySelector("[name=note]")!.TextContent);
        Assert.NotNull(page.QuerySelector("[name=note]")!.Closest("details[open]"));

        using (var corrected = await editor.Send(page, $"{story}/corrections")) Assert.Equal(HttpStatusCode.Redirect, corrected.StatusCode);
        var seen = await newsroom.Page(await newsroom.PathOf("aa:2"));
        Assert.Contains("Maçın saati yanlıştı.", seen, StringComparison.Ordinal);
        Assert.Contains("21.00", seen, StringComparison.Ordinal);
        using var after = await editor.Read(story);
        Assert.Equal("", after.QuerySelector("[name=note]")!.TextContent);
    }

    /// <summary>A wire item that an editor has made a story of, with words of their own.</summary>
    static async Task<string> Rewritten(TestNewsroom newsroom, AtTheDesk editor, params (string, string)[] words)
    {
        await newsroom.Send(Item("Derbi ertelendi", "aa:2", First, 1, category: "spor"));
        using var list = await editor.Read("/desk/wire");
        var item = list.QuerySelector("[data-open]")!.GetAttribute("href")!;
        using var made = await editor.Send(item, $"{item}/story");
        var story = made.Headers.Location!.OriginalString;
        using var saved = await editor.Send(story, story, words);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        return story;
    }
}
