using System.Diagnostics;
using System.Text.Json;
using Manset.Tests.Data;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Wire;

/// <summary><c>manset ingest</c> as a process of its own, as an operator runs it.</summary>
public sealed class IngestCommandTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("manset-ingest-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Every_item_is_answered_with_a_line()
    {
        var good = Put("iyi.xml", Rss(Item(guid: "a"), Item("Ambargolu haber", "b", embargo: new(2199, 1, 1, 0, 0, 0, TimeSpan.Zero)), Item(guid: "c", status: "killed")));
        var bad = Put("kotu.xml", "<rss version=\"2.0\"><channel>\n<item><title>x</title><guid>d</guid></item>\n<item><title>y</channel></rss>");
        var absent = Path.Combine(folder.FullName, "yok.xml");

        var (code, lines, error) = await Ingest(good, bad, absent);

        Assert.Equal("", error);
        Assert.Equal(1, code);
        Assert.All(lines, line => Assert.Equal(["file", "guid", "version", "status", "outcome", "error"], line.EnumerateObject().Select(part => part.Name)));
        Assert.Equal(["new", "embargoed", "killed"], lines.Where(line => File(line) == good).Select(Outcome));
        Assert.Contains(lines, line => File(line) == bad && Outcome(line) == "refused" && line.GetProperty("error").GetString()!.StartsWith("line ", StringComparison.Ordinal));
        var missing = Assert.Single(lines, line => File(line) == absent);
        Assert.Equal("refused", Outcome(missing));
        Assert.Contains("yok.xml", missing.GetProperty("error").GetString());

        var (again, repeats, _) = await Ingest(good);
        Assert.Equal(0, again);
        Assert.All(repeats, line => Assert.Equal("repeat", Outcome(line)));
    }

    [Fact]
    public async Task Wrong_usage_ends_with_two()
    {
        Assert.Equal(2, (await Run("ingest", "--wire", "aa")).Code);
        Assert.Equal(2, (await Run("ingest", folder.FullName)).Code);
    }

    [Fact]
    public async Task A_server_on_the_same_folder_notices()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "There the ledger's own notification wakes it.");
        await using var database = await TestDatabase.Create();
        await using var newsroom = await TestNewsroom.WithWire(database);
        Assert.DoesNotContain("Komutla gelen", await newsroom.Page("/tr/"));

        var (code, _, _) = await Run("ingest", "--wire", "aa", "--data", database.Folder, Put("haber.xml", Rss(Item("Komutla gelen haber"))));

        Assert.Equal(0, code);
        await TestNewsroom.Until(async () => (await newsroom.Page("/tr/")).Contains("Komutla gelen haber", StringComparison.Ordinal), "the front shows it");
    }

    [Theory]
    [InlineData("real-feeds")]
    [InlineData("newsml-g2")]
    [InlineData("xml-hostile")]
    public async Task Everything_real_and_hostile_is_taken_or_refused_with_its_reason(string shared)
    {
        var files = SharedData.Files(shared).ToList();

        var (code, lines, error) = await Ingest(SharedData.Folder(shared));

        Assert.Equal("", error);
        Assert.Equal(lines.Any(line => Outcome(line) == "refused") ? 1 : 0, code);
        Assert.Empty(files.Except(lines.Select(File)));
        Assert.All(lines.Where(line => Outcome(line) == "refused"), line =>
        {
            var reason = line.GetProperty("error").GetString()!;
            Assert.NotEmpty(reason);
            Assert.DoesNotContain("could not be kept", reason);
            if (reason.Contains("XML:", StringComparison.Ordinal)) Assert.StartsWith("line ", reason, StringComparison.Ordinal);
        });
    }

    static string File(JsonElement line) => line.GetProperty("file").GetString()!;
    static string Outcome(JsonElement line) => line.GetProperty("outcome").GetString()!;

    string Put(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    async Task<(int Code, IReadOnlyList<JsonElement> Lines, string Error)> Ingest(params IEnumerable<string> paths)
    {
        var (code, output, error) = await Run(["ingest", "--wire", "aa", "--data", Path.Combine(folder.FullName, "data"), .. paths]);
        return (code, [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)], error);
    }

    static async Task<(int Code, string Output, string Error)> Run(params IEnumerable<string> args)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "manset.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
