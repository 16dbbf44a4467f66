using System.Globalization;
using Manset.Demo;
using Manset.Wire;

namespace Manset.Tests.Demo;

public sealed class AgencyScriptTests
{
    static readonly string[] Languages = ["en", "tr"];
    static readonly string[] Sections = ["culture", "economy", "health", "politics", "science", "sport", "turkey", "world"];

    readonly AgencyScript script = AgencyScript.Load();

    IEnumerable<Take> Takes => script.Events.SelectMany(happening => happening.Takes);
    IEnumerable<Wording> Copies => Takes.SelectMany(take => take.Copy.Values);

    [Fact]
    public void Every_take_is_written_in_both_languages() =>
        Assert.All(Takes, take => Assert.Equal(Languages, take.Copy.Keys.Order()));

    [Fact]
    public void Takes_follow_one_another_and_are_counted_from_one() => Assert.All(script.Events, happening =>
    {
        Assert.Equal(Enumerable.Range(1, happening.Takes.Count), happening.Takes.Select(take => take.Version));
        Assert.Equal(happening.Takes.Select(take => take.At).Distinct().Order(), happening.Takes.Select(take => take.At));
    });

    [Fact]
    public void Every_section_of_the_paper_gets_copy() =>
        Assert.Equal(Sections, script.Events.Select(happening => happening.Section).Distinct().Order());

    [Fact]
    public void A_front_is_full_when_the_demo_opens_and_lives_for_six_minutes()
    {
        Assert.True(script.Events.Count(happening => happening.Takes[0].At < TimeSpan.Zero) >= 10);
        Assert.True(script.Events.Count(happening => happening.Takes[0].At > TimeSpan.FromMinutes(1)) >= 8);
        Assert.Equal(TimeSpan.FromMinutes(6), Takes.Max(take => take.At));
    }

    [Fact]
    public void The_political_story_grows_in_four_takes()
    {
        var takes = script.Events.Single(happening => happening.Slug == "water-bill").Takes;

        Assert.Equal([0, 12, 25, 45], takes.Select(take => take.At.TotalSeconds));
        Assert.All(Languages, language =>
        {
            var lengths = takes.Select(take => Length(take.Copy[language])).ToList();
            Assert.Equal(lengths.Order(), lengths);
            Assert.InRange(lengths[^1], 290, 450);
            Assert.True(takes[^1].Copy[language].Body.Count(block => block.Kind == BlockKind.Quotation) >= 3);
        });
    }

    [Fact]
    public void Copy_that_stays_is_neither_a_note_nor_a_treatise() => Assert.All(
        script.Events.Select(happening => happening.Takes[^1])
            .Where(take => take.Status == WireStatus.Usable)
            .SelectMany(take => take.Copy.Values),
        copy => Assert.InRange(Length(copy), 135, 450));

    [Fact]
    public void Copy_has_a_headline_a_dateline_and_paired_quotation_marks() => Assert.All(Copies, copy =>
    {
        Assert.NotEmpty(copy.Headline);
        Assert.NotEmpty(copy.Dateline!);
        Assert.NotEmpty(copy.Keywords);
        Assert.All(copy.Body.Select(block => block.Text).Append(copy.Headline).Append(copy.Standfirst ?? ""), text =>
        {
            Assert.Equal(text.Count(letter => letter == '“'), text.Count(letter => letter == '”'));
            Assert.DoesNotContain('"', text);
            Assert.DoesNotContain('\'', text);
        });
    });

    [Fact]
    public void Every_quotation_says_whose_it_is() => Assert.All(
        Copies.SelectMany(copy => copy.Body).Where(block => block.Kind == BlockKind.Quotation), block => Assert.NotEmpty(block.Source!));

    [Fact]
    public void A_correction_and_a_kill_say_why()
    {
        var acts = Takes.Where(take => take.Corrects || take.Status == WireStatus.Killed).ToList();

        Assert.Equal([35, 40], acts.Select(take => take.At.TotalSeconds).Order());
        Assert.All(acts.SelectMany(take => take.Copy.Values), copy => Assert.NotEmpty(copy.Note!));
    }

    [Fact]
    public void One_embargo_is_lifted_while_one_watches_and_one_is_not() => Assert.Equal(
        [100, 3600], Takes.Select(take => take.Embargo).OfType<TimeSpan>().Select(embargo => embargo.TotalSeconds).Order());

    [Fact]
    public void Every_picture_travels_with_the_program_and_is_described_in_both_languages()
    {
        var named = Takes.Select(take => take.Picture).OfType<string>().Distinct().Order().ToList();

        Assert.Equal(script.Pictures.Keys.Order(), named);
        Assert.True(named.Count >= 12);
        Assert.All(named, name =>
        {
            var bytes = AgencyScript.PictureBytes(name);
            Assert.Equal([0xFF, 0xD8, 0xFF], bytes[..3]);
            Assert.InRange(bytes.Length, 20_000, 120_000);
            Assert.Equal(Languages, script.Pictures[name].Words.Keys.Order());
            Assert.All(script.Pictures[name].Words.Values, words =>
            {
                Assert.NotEmpty(words.Alt);
                Assert.NotEmpty(words.Caption);
                Assert.NotEmpty(words.Credit);
                Assert.NotEqual(words.Alt, words.Caption);
            });
        });
    }

    [Theory]
    [InlineData("tr")]
    [InlineData("en")]
    public void Readers_care_for_stories_that_the_agency_sends(string language)
    {
        var headlines = Takes.Select(take => take.Copy[language].Headline).ToList();
        var compare = CultureInfo.GetCultureInfo(language).CompareInfo;

        Assert.All(ReaderRemark.Of(language).Select(remark => remark.About).OfType<string>(), about =>
            Assert.Contains(headlines, headline => compare.IndexOf(headline, about, CompareOptions.IgnoreCase) >= 0));
    }

    static int Length(Wording copy) => copy.Body.Sum(block => block.Text.Split(' ').Length);
}
