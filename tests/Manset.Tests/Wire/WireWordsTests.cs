using Manset.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Wire;

public sealed class WireWordsTests
{
    [Theory]
    [InlineData("vapur", 2)]
    [InlineData("vapur kalabalik", 1)]
    [InlineData("apur", 0)]
    [InlineData("\"vapur\" OR (iskele*", 0)]
    [InlineData("%_", 0)]
    [InlineData("  ", 3)]
    public async Task Items_are_found_by_the_beginnings_of_their_words(string query, int many)
    {
        await using var newsroom = await TestNewsroom.WithWire();
        await newsroom.Send(Item("Vapurlar kalabalık", "1"), Item("İskele", "2", "Bir vapur geldi."), Item("Tren", "3"));

        Assert.Equal(many, await newsroom.Ask(room => room.WireItemsSaying(query).Newest.CountAsync()));
    }

    [Fact]
    public async Task So_many_that_the_list_is_walked_are_the_same_items_as_few()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        var documents = Enumerable.Range(0, 6).Select(sheaf => new Sent(System.Text.Encoding.UTF8.GetBytes(
            Rss(Enumerable.Range(0, 1000).Select(number => Item($"Haber {sheaf} {number}", $"{sheaf}:{number}", number == 7 ? "Nadir söz." : "Sık söz.")))), "test")).ToList();
        await newsroom.Services.GetRequiredService<Intake>().Take(new() { Name = "aa", Edition = "tr" }, documents);

        Assert.Equal(6, await newsroom.Ask(room => room.WireItemsSaying("nadir").Newest.CountAsync()));
        Assert.Equal(6000, await newsroom.Ask(room => room.WireItemsSaying("söz").Newest.CountAsync()));
        var newest = await newsroom.Ask(room => room.WireItemsSaying("söz haber").Newest.OrderByDescending(item => item.Received).ThenByDescending(item => item.Id).Take(3).Select(item => item.Guid).ToListAsync());
        Assert.Equal(["5:999", "5:998", "5:997"], newest);
    }
}
