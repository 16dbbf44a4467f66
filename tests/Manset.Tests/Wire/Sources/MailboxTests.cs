using Manset.Wire;
using Microsoft.EntityFrameworkCore;

namespace Manset.Tests.Wire.Sources;

/// <summary>Mail that agencies send.</summary>
public sealed class MailboxTests
{
    static IEnumerable<(string, string)> Line(TestMailServer server, params IEnumerable<(string, string)> more) => AgencyCopy.Line("mail", 0,
        [("Edition", "tr"), ("Every", "00:00:10"), ("AllowPrivate", "true"), ("Mailbox:Address", $"imaps://localhost:{server.Port}"),
         ("Mailbox:User", "gazete"), ("Mailbox:Password", "gizli"), ("Mailbox:Certificate", server.CertificateDigest), .. more]);

    [Fact]
    public async Task Unread_mail_of_known_senders_is_taken_once_and_marked()
    {
        await using var server = TestMailServer.Open();
        server.Send(11, "haber@ajans.example", "Köprü açıldı", "Köprü bugün açıldı. Binlerce kişi geçti.");
        server.Send(12, "biri@baska.example", "Reklam", "Ucuz ucuz.");
        await using var newsroom = await TestNewsroom.Open(null, null, Line(server, ("Mailbox:Senders:0", "@ajans.example")));

        await Pass(newsroom, room => room.WireItems.AnyAsync(), "the mail was taken");
        await Pass(newsroom, _ => Task.FromResult(server.Inbox.Values.All(mail => mail.Seen)), "all was marked");
        server.Send(13, "haber@ajans.example", "İkinci haber", "Bir haber daha var.");
        await Pass(newsroom, async room => await room.WireItems.CountAsync() == 2, "the second was taken");

        Assert.Equal(["Köprü açıldı", "İkinci haber"], await newsroom.Ask(room => room.WireItems.OrderBy(item => item.Id).Select(item => item.Headline).ToListAsync()));
        Assert.Equal(2, server.Said.Count(line => line.Contains("BODY", StringComparison.Ordinal)));
        Assert.DoesNotContain(server.Said, line => line.Contains("UID FETCH 12 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mail_that_was_taken_may_be_moved()
    {
        await using var server = TestMailServer.Open();
        server.Send(11, "haber@ajans.example", "Köprü açıldı", "Köprü bugün açıldı.");
        await using var newsroom = await TestNewsroom.Open(null, null, Line(server, ("Mailbox:MoveTo", "Done")));

        await Pass(newsroom, _ => Task.FromResult(server.Done.ContainsKey(11)), "it was moved");

        Assert.Equal(1, await newsroom.Ask(room => room.WireItems.CountAsync()));
    }

    [Theory]
    [InlineData("Mailbox:Password", "yanlış", "does not know this user")]
    [InlineData("Mailbox:Certificate", "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff", "certificate")]
    [InlineData("AllowPrivate", "false", "private network")]
    public async Task Who_is_not_to_be_trusted_or_reached_is_refused_in_words(string setting, string value, string said)
    {
        await using var server = TestMailServer.Open();
        await using var newsroom = await TestNewsroom.Open(null, null, [.. Line(server), ($"Wires:Lines:0:{setting}", value)]);

        await Pass(newsroom, room => room.WireStates.AnyAsync(state => state.LastRefusal != null), "the refusal was noted");

        Assert.Contains(said, await newsroom.Ask(room => room.WireStates.Select(state => state.LastRefusal).SingleAsync()));
    }

    static async Task Pass(TestNewsroom newsroom, Func<Manset.Data.Newsroom, Task<bool>> happened, string what)
    {
        for (var step = 0; step < 400; step++)
        {
            if (await newsroom.Ask(happened)) return;
            newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(50);
        }
        Assert.Fail($"It never happened: {what}. The wire says: {await newsroom.Ask(room => room.WireStates.Select(state => state.LastRefusal).FirstOrDefaultAsync())}");
    }
}
