using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Wire;

public sealed class FolderWatchTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("manset-folder-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_put_into_the_folder_is_taken_and_moved()
    {
        await using var newsroom = await Watching();
        await Put("haber.xml", Rss(Item("Klasörden gelen haber")));

        await TestNewsroom.Until(async () => { newsroom.Clock.Advance(TimeSpan.FromSeconds(1)); await Task.Delay(20); return File.Exists(In("done", "haber.xml")); }, "the file was taken");

        await newsroom.Settled();
        Assert.Contains("Klasörden gelen haber", await newsroom.Page("/tr/"));
        Assert.False(File.Exists(Path.Combine(folder.FullName, "haber.xml")));
    }

    [Fact]
    public async Task A_broken_file_lies_beside_its_reason_and_keeps_no_other_waiting()
    {
        await using var newsroom = await Watching();
        await Put("a-bozuk.xml", "<rss version=\"2.0\">\n<channel><item><title>Yarım");
        await Put("b-saglam.xml", Rss(Item("Sağlam dosya")));

        await TestNewsroom.Until(async () =>
        {
            newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20);
            return File.Exists(In("done", "b-saglam.xml")) && File.Exists(In("refused", "a-bozuk.xml.reason.txt"));
        }, "both were dealt with");

        Assert.StartsWith("line 2: ", await File.ReadAllTextAsync(In("refused", "a-bozuk.xml.reason.txt"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_stops_nothing_else()
    {
        var file = Path.Combine(folder.FullName, "not-a-folder");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        await using var newsroom = await TestNewsroom.Open(null, null, Line("aa", 0, ("Folder", Path.Combine(file, "in"))));

        newsroom.Clock.Advance(TimeSpan.FromSeconds(10));
        await newsroom.Send(Item());

        Assert.Equal(200, await newsroom.Status(await newsroom.PathOf("aa:1")));
    }

    Task<TestNewsroom> Watching() => TestNewsroom.Open(null, null, Line("aa", 0, ("Folder", folder.FullName)));

    Task Put(string name, string text) => File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text);

    string In(string outcome, string name) => Path.Combine(folder.FullName, outcome, name);
}
