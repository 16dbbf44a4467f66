using System.ComponentModel;
using System.Diagnostics;

namespace Manset.BrowserTests;

/// <summary>The Nu Html Checker's word on pages as they are sent: no error, no warning.</summary>
static class Validity
{
    static readonly string? Checker = Environment.GetEnvironmentVariable("MANSET_VNU") is { Length: > 0 } named && File.Exists(named) ? named : null;

    /// <summary>Skips the test where the checker is absent.</summary>
    public static void IsKnown()
    {
        if (Checker is null) Assert.Skip("MANSET_VNU does not lead to the Nu Html Checker's vnu.jar.");
    }

    /// <param name="pages">HTML by a name that may stand in a file's name.</param>
    public static async Task Passes(IReadOnlyDictionary<string, string> pages)
    {
        var folder = Directory.CreateTempSubdirectory("manset-pages-").FullName;
        try
        {
            foreach (var (name, html) in pages) await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.html"), html);

            var (code, said) = await Check(folder);
            Assert.True(code == 0, said);
        }
        finally { Directory.Delete(folder, recursive: true); }
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
