using Manset.Pictures;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Wire;

public sealed class WirePictureTests
{
    [Fact]
    public async Task A_picture_is_fetched_at_intake_and_served_only_while_an_open_story_shows_it()
    {
        await using var agency = await TestAgency.Open();
        agency.Serve("/vapur.jpg", Jpeg(1200, 800));
        agency.Serve("/feed", Rss(Item(picture: agency.At("/vapur.jpg"), version: 1)));
        await using var newsroom = await TestNewsroom.Open(null, null, Line("aa", 0, ("Address", agency.At("/feed")), ("AllowPrivate", "true")));
        await TestNewsroom.Until(async () => await newsroom.StoryOf("aa:1") is not null, "the item became a story");
        await newsroom.Settled();

        var id = await newsroom.Ask(room => room.Pictures.Select(picture => picture.Id).SingleAsync());
        var page = await newsroom.Page(await newsroom.PathOf("aa:1"));
        Assert.Contains($"/pictures/{id}-960.jpg", page);
        Assert.Contains("Köprüde bir vapur", page);
        Assert.DoesNotContain(agency.At("/"), page);
        var served = await newsroom.Reader.GetByteArrayAsync($"/pictures/{id}-480.jpg", TestContext.Current.CancellationToken);
        using var shown = SKBitmap.Decode(served);
        Assert.Equal((480, 320), (shown.Width, shown.Height));
        Assert.Equal(404, await newsroom.Status($"/pictures/{id}-481.jpg"));

        var hour = newsroom.Now.AddHours(1);
        await newsroom.Send(Item(version: 2, embargo: hour));
        Assert.Equal(404, await newsroom.Status($"/pictures/{id}-480.jpg"));
        await newsroom.Send(Item(version: 3, status: "killed"));
        await newsroom.ComeTo(hour.AddMinutes(1));
        Assert.Equal(404, await newsroom.Status($"/pictures/{id}-480.jpg"));
    }

    [Fact]
    public async Task A_picture_that_hangs_or_is_none_leaves_the_text_to_go_out()
    {
        await using var agency = await TestAgency.Open();
        agency.Serve("/hang.jpg", call => Task.Delay(Timeout.Infinite, call.RequestAborted));
        agency.Serve("/none.jpg", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray());
        agency.Serve("/feed", Rss(Item("Asılı resim", "a", picture: agency.At("/hang.jpg")), Item("Sahte resim", "b", picture: agency.At("/none.jpg"))));
        await using var newsroom = await TestNewsroom.Open(null, null, Line("aa", 0, ("Address", agency.At("/feed")), ("AllowPrivate", "true")));

        await TestNewsroom.Until(() => Task.FromResult(agency.Times("/hang.jpg") == 1), "the picture was asked for");
        await TestNewsroom.Until(async () =>
        {
            newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
            return await newsroom.StoryOf("a") is not null && await newsroom.StoryOf("b") is not null;
        }, "both went out");

        Assert.Equal(0, await newsroom.Ask(room => room.Pictures.CountAsync()));
    }

    [Fact]
    public void Hostile_and_damaged_pictures_are_refused_with_a_reason_and_good_ones_are_read()
    {
        var (good, refused) = (0, 0);
        foreach (var file in SharedData.Files("images"))
        {
            var (look, reason) = Darkroom.Examine(File.ReadAllBytes(file));
            if (look is not null)
            {
                good++;
                Assert.NotNull(Darkroom.Print(File.ReadAllBytes(file), 480));
            }
            else
            {
                refused++;
                Assert.NotEmpty(reason!);
            }
            // PngSuite's broken files begin with an x.
            if (file.Contains("pngsuite", StringComparison.Ordinal) && Path.GetFileName(file) is ['x', ..]) Assert.True(look is null, file);
        }
        Assert.True(good > 100 && refused > 50, $"{good} read, {refused} refused");
    }

    [Fact]
    public void A_picture_that_is_cut_off_too_large_too_small_or_no_picture_is_refused()
    {
        var whole = Jpeg(640, 480);

        Assert.Null(Darkroom.Examine(whole).Refusal);
        Assert.NotNull(Darkroom.Examine(whole.AsSpan(0, whole.Length / 2)).Refusal);
        Assert.Contains("too few", Darkroom.Examine(Jpeg(1, 1)).Refusal);
        Assert.Contains("more than are taken", Darkroom.Examine(ClaimingSize(Jpeg(64, 64), 60_000, 60_000)).Refusal);
        Assert.NotNull(Darkroom.Examine("<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'/>"u8).Refusal);
        Assert.NotNull(Darkroom.Examine([]).Refusal);
    }

    [Fact]
    public void A_transparent_picture_is_printed_on_white()
    {
        using var clear = new SKBitmap(64, 64, SKColorType.Rgba8888, SKAlphaType.Premul);
        clear.Erase(SKColors.Transparent);
        using var png = clear.Encode(SKEncodedImageFormat.Png, 100);

        using var print = SKBitmap.Decode(Darkroom.Print(png.ToArray(), 480));

        Assert.Equal(SKColors.White, print.GetPixel(32, 32));
    }

    static byte[] Jpeg(int width, int height)
    {
        using var picture = new SKBitmap(width, height);
        for (var at = 0; at < Math.Min(width, height); at++) picture.SetPixel(at, at, new((byte)at, (byte)(at * 7), (byte)(at * 13)));
        using var encoded = picture.Encode(SKEncodedImageFormat.Jpeg, 90);
        return encoded.ToArray();
    }

    /// <summary>The same bytes with another size in the frame header, as a decompression bomb has.</summary>
    static byte[] ClaimingSize(byte[] jpeg, ushort width, ushort height)
    {
        for (var at = 2; at < jpeg.Length - 9; at += 2 + (jpeg[at + 2] << 8 | jpeg[at + 3]))
        {
            if (jpeg[at + 1] is not (0xC0 or 0xC2)) continue;
            (jpeg[at + 5], jpeg[at + 6], jpeg[at + 7], jpeg[at + 8]) = ((byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width);
            return jpeg;
        }
        throw new InvalidOperationException("There is no frame header.");
    }
}
