using Manset.Desk;
using Manset.Tests.Wire;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Site;

/// <summary>Before its hour not one word of an embargoed item is anywhere; of a killed or withheld one there never is again.</summary>
public sealed class LeakTests
{
    /// <summary>Words that stand nowhere but in one item; each part of an item has its own.</summary>
    static string[] WordsOf(string item) => [.. new[] { "baslik", "metin", "kunye", "etiket", "altyazi", "kayit" }.Select(part => $"{item}{part}q")];

    [Fact]
    public async Task No_public_route_says_a_word_before_the_hour_and_after_it_they_do()
    {
        await using var agency = await TestAgency.Open();
        foreach (var (name, shade) in new[] { ("yeni", 10), ("eski", 90), ("olu", 170), ("bekler", 250) }) agency.Serve($"/{name}.jpg", Jpeg((byte)shade));
        agency.Serve("/feed", Rss());
        await using var newsroom = await TestNewsroom.Open(null, null, Line("aa", 0, ("Address", agency.At("/feed")), ("AllowPrivate", "true")));
        var walk = new EveryRoute(newsroom);
        var hour = newsroom.Now.AddHours(2);

        await newsroom.Send(Copy(agency, "eski", 1), Copy(agency, "olu", 1), Copy(agency, "bekler", 1));
        var translation = await newsroom.FileAndPublish(TestNewsroom.Copy("Ceviribaslikq goes on", "en", "politics", "<p>Cevirimetinq.</p>", translationOf: (await newsroom.StoryOf("eskikayitq"))!.Id));
        var live = await walk.Walk([.. WordsOf("eski"), .. WordsOf("olu"), .. WordsOf("bekler"), "ceviribaslikq"], ["eskibaslikq", "ceviribaslikq"]);
        foreach (var item in new[] { "eski", "olu", "bekler" })
            foreach (var part in new[] { "baslik", "metin", "kunye", "altyazi" }) Assert.True(live.Contains($"{item}{part}q"), $"{item}{part}q is to be seen while it is live");
        var path = await newsroom.PathOf("eskikayitq");

        await newsroom.Send(
            Copy(agency, "yeni", 1, hour), Copy(agency, "eski", 2, hour, "Sonraki eskimetinq."), Copy(agency, "olu", 2, status: "killed"), Copy(agency, "bekler", 2, status: "withheld"));
        string[] hidden = [.. WordsOf("yeni"), .. WordsOf("eski"), .. WordsOf("olu"), .. WordsOf("bekler"), "ceviribaslikq", "cevirimetinq"];
        newsroom.Clock.Advance(hour - newsroom.Now - TimeSpan.FromSeconds(1));
        await newsroom.Settled();
        var before = await walk.Walk(hidden, ["eskibaslikq", "yenibaslikq", "olubaslikq"]);

        Assert.True(before.Count == 0, string.Join('\n', before.SelectMany(word => word.Select(place => $"{word.Key} at {place}")).Take(40)));
        Assert.False(await walk.StillHolds(path));
        Assert.False(await walk.StillHolds(translation.Path));
        Assert.True(walk.Asked > 150, $"{walk.Asked} addresses");
        TestContext.Current.TestOutputHelper?.WriteLine($"{walk.Asked} addresses said none of {hidden.Length} words");

        await newsroom.ComeTo(hour);
        var after = await walk.Walk(hidden, ["eskibaslikq", "yenibaslikq"]);
        foreach (var item in new[] { "eski", "yeni" })
            foreach (var part in new[] { "baslik", "metin", "kunye", "altyazi" }) Assert.True(after.Contains($"{item}{part}q"), $"{item}{part}q is to be seen after the hour");
        Assert.True(after.Contains("ceviribaslikq"));
        Breaches.None(WordsOf("olu").Concat(WordsOf("bekler")).Where(after.Contains));
        await EachPictureFollowsItsStory(newsroom);
    }

    static async Task EachPictureFollowsItsStory(TestNewsroom newsroom)
    {
        foreach (var (guid, status) in new[] { ("eskikayitq", 200), ("yenikayitq", 200), ("olukayitq", 404), ("beklerkayitq", 404) })
        {
            var story = (await newsroom.StoryOf(guid))!;
            var picture = await newsroom.Ask(room => room.Revisions.Where(revision => revision.StoryId == story.Id).Select(revision => revision.Copy.PictureId).FirstAsync());
            Assert.True(picture is not null, $"{guid} has a picture");
            Assert.Equal(status, await newsroom.Status($"/pictures/{picture}-480.jpg"));
        }
    }

    static string Copy(TestAgency agency, string item, int version, DateTimeOffset? embargo = null, string? text = null, string? status = null)
    {
        var words = WordsOf(item);
        return Item(
            $"{words[0]} ilk haber", words[5], text ?? $"İlk {words[1]}.", version, status, embargo, more: $"""
            <category>{words[3]}</category><author>{words[2]}</author>
            <media:content xmlns:media="http://search.yahoo.com/mrss/" url="{agency.At($"/{item}.jpg")}" medium="image"><media:description>Resimde {words[4]}</media:description></media:content>
            """);
    }

    static byte[] Jpeg(byte shade)
    {
        using var picture = new SKBitmap(640, 480);
        picture.Erase(new SKColor(shade, shade, 40));
        using var encoded = picture.Encode(SKEncodedImageFormat.Jpeg, 80);
        return encoded.ToArray();
    }
}
