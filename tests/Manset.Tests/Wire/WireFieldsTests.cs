using Manset.Tests.Wire.Formats;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Manset.Tests.Wire;

/// <summary>What a document says of an item is what the wire keeps of it.</summary>
public sealed class WireFieldsTests
{
    [Fact]
    public async Task Every_field_is_kept()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        var item = await Kept(newsroom, "ninjs-1.json");

        Assert.Equal((ItemKind.Text, 2, "tr", 3, "sport"), (item.Kind, item.Version, item.Language, item.Urgency, item.Section));
        Assert.Equal(("İzmir", "© 2026 Örnek Ajans", "Arşivlenemez.", "Örnek Ajans"), (item.Located, item.Rights, item.UsageTerms, item.Credit));
        Assert.Equal(["medtop:15000000", "konu:77", "ulaşım"], item.Subjects);
        Assert.Equal([new("lead", "urn:ajans:foto:9", "İskele"), new("ilgili", "urn:ajans:20261121:4", "Eski haber")], item.Associations);
        Assert.Equal([300, 1500], Assert.Single(item.Pictures).Renditions.Select(rendition => rendition.Width!.Value));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 15, 0, 0, default), item.Embargo);
    }

    [Fact]
    public async Task A_picture_that_came_within_a_mail_is_kept_with_it()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        var picture = Assert.Single((await Kept(newsroom, "mail.eml")).Pictures);
        Assert.NotNull(picture.Id);
    }

    [Theory]
    [InlineData("nitf.xml", "lig-final")]
    [InlineData("newsml-1.2.xml", "KÖPRÜ")]
    [InlineData("iptc-7901.txt", "kupa-final")]
    [InlineData("wordpress.xml", "eski-haber")]
    public async Task Every_format_comes_in_by_the_same_door(string sample, string slug)
    {
        await using var newsroom = await TestNewsroom.WithWire();
        Assert.Equal(slug, (await Kept(newsroom, sample)).Slug);
    }

    [Fact]
    public async Task A_feed_that_names_no_agency_is_credited_by_its_title()
    {
        await using var newsroom = await TestNewsroom.Open(null, null, [("Wires:Lines:0:Name", "aa"), ("Wires:Lines:0:Edition", "tr")]);
        Assert.Equal("Örnek Ajans", (await Kept(newsroom, "rss-1.0.xml")).Credit);
    }

    static async Task<WireItem> Kept(TestNewsroom newsroom, string sample)
    {
        var line = newsroom.Services.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<Wires>>().CurrentValue.Named("aa");
        var taken = await newsroom.Services.GetRequiredService<Intake>().Take(line, Sample.Bytes(sample), null, null, sample);
        Assert.DoesNotContain(taken, item => item.Outcome is Outcome.Refused && item.Guid is null);
        return await newsroom.Ask(room => room.WireItems.AsNoTracking().OrderBy(item => item.Id).FirstAsync());
    }
}
