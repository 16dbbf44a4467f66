using System.ComponentModel;
using System.Diagnostics;

namespace Manset.BrowserTests.Site;

/// <summary>The Nu Html Checker's word on every page as it is sent.</summary>
public sealed class ValidityTests(DaysPaper paper)
{
    static readonly string? Checker = Environment.GetEnvironmentVariable("MANSET_VNU") is { Length: > 0 } named && File.Exists(named) ? named : null;

    [Fact]
    public async Task Every_page_is_valid()
    {
        if (Checker is null) Assert.Skip("MANSET_VNU does not lead to the Nu Html Checker's vnu.jar.");

        var folder = Directory.CreateTempSubdirectory("manset-pages-").FullName;
        try
        {
            foreach (var kind in DaysPaper.Kinds)
                foreach (var edition in DaysPaper.Editions)
                    await File.WriteAllTextAsync(Path.Combine(folder, $"{kind} {edition}.html"), await Sent(kind, edition));

            var (code, said) = await Check(folder);
            Assert.True(code == 0, said);
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    async Task<string> Sent(string kind, string edition)
    {
        var address = await paper.Address(kind, edition);
        using var reader = new HttpClient();
        reader.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        if (kind == "other site") reader.DefaultRequestHeaders.Add("Origin", DaysPaper.Elsewhere);
        using var form = new FormUrlEncodedContent([new("name", "Okur"), new("text", paper.TextFor(kind, edition) ?? "Selam.")]);
        using var answer = kind is "approved" or "held" or "refused" or "other site" ? await reader.PostAsync(new Uri($"{address}/comments"), form) : await reader.GetAsync(address);
        return await answer.Content.ReadAsStringAsync();
    }

    static async Task<(int Code, string Said)> Check(string folder)
    {
        var start = new ProcessStartInfo("java") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "-jar", Checker!, "--format", "gnu", "--Werror", "--stdout", folder }) start.ArgumentList.Add(argument);
        Process? checker = null;
        try { checker = Process.Start(start); }
        catch (Win32Exception) { Assert.Skip("There is no java to run the Nu Html Checker with."); }

        using (checker)
        {
            var said = checker!.StandardOutput.ReadToEndAsync();
            var complained = checker.StandardError.ReadToEndAsync();
            await checker.WaitForExitAsync();
            return (checker.ExitCode, await said + await complained);
        }
    }
}
