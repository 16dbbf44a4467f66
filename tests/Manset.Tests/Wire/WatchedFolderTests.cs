using Manset.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Manset.Tests.Wire;

public sealed class WatchedFolderTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("manset-watched-").FullName;
    readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    [Fact]
    public void A_file_is_taken_when_it_has_stopped_growing()
    {
        var clock = new FakeTimeProvider();
        using var watched = new WatchedFolder(folder, clock);
        var path = Write("haber.xml", "<rss>");
        Assert.Empty(watched.Look());

        File.AppendAllText(path, "</rss>");
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Empty(watched.Look());

        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("haber.xml", Assert.Single(watched.Look()).Name);
    }

    [Fact]
    public void Half_written_and_hidden_files_are_left()
    {
        var clock = new FakeTimeProvider();
        using var watched = new WatchedFolder(folder, clock);
        foreach (var name in new[] { "a.tmp", "b.XML.PART", ".gizli.xml", "c.xml~" }) Write(name, "<rss/>");
        watched.Look();
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(watched.Look());
    }

    [Fact]
    public async Task A_file_renamed_into_place_comes_at_once_and_is_moved_when_done()
    {
        using var watched = new WatchedFolder(folder, TimeProvider.System);
        var part = Write("bir.xml.part", "<rss>ş</rss>");
        await using var files = watched.Files(cancellation).GetAsyncEnumerator(cancellation);
        var next = files.MoveNextAsync();
        File.Move(part, Path.Combine(folder, "bir.xml"));

        Assert.True(await next.AsTask().WaitAsync(TimeSpan.FromSeconds(20), cancellation));
        Assert.Equal("<rss>ş</rss>"u8.ToArray(), (await files.Current.Read(cancellation)).ToArray());
        files.Current.Done();
        Assert.True(File.Exists(Path.Combine(folder, "done", "bir.xml")));
        Assert.Empty(watched.Look());
    }

    [Fact]
    public async Task A_refused_file_lies_beside_its_reason_and_replaces_none()
    {
        var clock = new FakeTimeProvider();
        using var watched = new WatchedFolder(folder, clock);
        for (var time = 1; time <= 2; time++)
        {
            Write("kötü.xml", $"{time}");
            watched.Look();
            clock.Advance(TimeSpan.FromSeconds(2));
            Assert.Single(watched.Look()).Refuse("Not XML.");
        }
        Assert.Equal("1", await File.ReadAllTextAsync(Path.Combine(folder, "refused", "kötü.xml"), cancellation));
        Assert.Equal("2", await File.ReadAllTextAsync(Path.Combine(folder, "refused", "kötü-2.xml"), cancellation));
        Assert.Equal("Not XML.", (await File.ReadAllTextAsync(Path.Combine(folder, "refused", "kötü.xml.reason.txt"), cancellation)).Trim());
    }

    [Fact]
    public void Files_that_lay_there_before_are_found()
    {
        Write("eski.xml", "<rss/>");
        var clock = new FakeTimeProvider();
        using var watched = new WatchedFolder(folder, clock);
        watched.Look();
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Single(watched.Look());
    }
}
