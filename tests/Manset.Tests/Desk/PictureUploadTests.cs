using System.Net;
using System.Text;
using Manset.Staff;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace Manset.Tests.Desk;

public sealed class PictureUploadTests
{
    [Fact]
    public async Task A_picture_is_uploaded_shown_published_and_taken_away_again()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var story = await newsroom.File();
        var page = $"/desk/stories/{story.Id}";

        using (var saved = await editor.Upload(page, page, Jpeg(1200, 800), "vapur.jpg", ("alt", "Köprüde bir vapur"), ("caption", "Vapur"), ("credit", "Ayşe Yılmaz")))
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using var editing = await editor.Read(page);
        var picture = editing.QuerySelector(".picture-now img")!.GetAttribute("src")!;
        using (var served = await editor.Get(picture)) Assert.Equal("image/jpeg", served.Content.Headers.ContentType?.MediaType);
        using (var outside = await newsroom.Reader.GetAsync(picture)) Assert.NotEqual(HttpStatusCode.OK, outside.StatusCode);

        using (var published = await editor.Send(page, $"{page}/publication")) Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Contains("alt=\"Köprüde bir vapur\"", await newsroom.Page(story.Path));

        using (var without = await editor.Send(page, $"{page}/publication", ("without-picture", "on"))) Assert.Equal(HttpStatusCode.Redirect, without.StatusCode);
        Assert.DoesNotContain("Köprüde bir vapur", await newsroom.Page(story.Path));
    }

    [Fact]
    public async Task A_new_story_may_begin_with_a_picture()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);

        using var filed = await editor.Upload("/desk/stories/new", "/desk/stories", Jpeg(640, 480), "vapur.jpg", ("headline", "Vapur"), ("alt", "Bir vapur"));

        Assert.Equal(HttpStatusCode.Redirect, filed.StatusCode);
        using var editing = await editor.Read(filed.Headers.Location!.OriginalString);
        Assert.NotNull(editing.QuerySelector(".picture-now img"));
    }

    public static TheoryData<string, byte[]> NoPictures => new()
    {
        { "vapur.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray() },
        { "vapur.jpg", Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>") },
        { "yarim.jpg", Jpeg(640, 480)[..2000] },
        { "nokta.png", Png(1, 1) },
        { "../../../etc/passwd", [0xFF, 0xD8, 0xFF] },
    };

    [Theory]
    [MemberData(nameof(NoPictures))]
    public async Task What_is_no_picture_is_refused_beside_its_field_and_the_text_is_given_back(string name, byte[] bytes)
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var story = await newsroom.File();
        var page = $"/desk/stories/{story.Id}";

        using var refused = await editor.Upload(page, page, bytes, name, ("standfirst", "Kaybolmasın."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var again = await AtTheDesk.Parse(refused);
        Assert.Contains("JPEG, PNG ya da WebP", again.QuerySelector("#fault-upload")!.TextContent);
        Assert.Equal("Kaybolmasın.", again.QuerySelector("[name=standfirst]")!.TextContent);
        Assert.Empty(Directory.EnumerateFiles(newsroom.Services.GetRequiredService<Manset.Data.DataFolder>().Pictures));
    }

    [Fact]
    public async Task A_cameras_large_picture_is_taken_a_larger_one_is_refused_by_name_and_one_beyond_all_bounds_at_the_door()
    {
        await using var newsroom = await TestNewsroom.Open();
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var story = await newsroom.File();
        var page = $"/desk/stories/{story.Id}";

        // Bytes after the picture's end are no part of it.
        using (var large = await editor.Upload(page, page, [.. Jpeg(640, 480), .. new byte[20_000_000]], "buyuk.jpg")) Assert.Equal(HttpStatusCode.Redirect, large.StatusCode);

        using var refused = await editor.Upload(page, page, [.. Jpeg(640, 480), .. new byte[33_000_000]], "dev.jpg", ("standfirst", "Kaybolmasın."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var again = await AtTheDesk.Parse(refused);
        Assert.Contains("30 MB", again.QuerySelector("#fault-upload")!.TextContent);
        Assert.Equal("Kaybolmasın.", again.QuerySelector("[name=standfirst]")!.TextContent);

        using var endless = await editor.Upload(page, page, new byte[60_000_000], "sonsuz.jpg");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, endless.StatusCode);
        using var told = await AtTheDesk.Parse(endless);
        Assert.Contains("çok büyük", told.QuerySelector("main")!.TextContent);
    }

    static byte[] Jpeg(int width, int height) => Encoded(width, height, SKEncodedImageFormat.Jpeg);

    static byte[] Png(int width, int height) => Encoded(width, height, SKEncodedImageFormat.Png);

    static byte[] Encoded(int width, int height, SKEncodedImageFormat format)
    {
        using var picture = new SKBitmap(width, height);
        for (var at = 0; at < Math.Min(width, height); at++) picture.SetPixel(at, at, new((byte)at, (byte)(at * 7), (byte)(at * 13)));
        using var encoded = picture.Encode(format, 90);
        return encoded.ToArray();
    }
}
