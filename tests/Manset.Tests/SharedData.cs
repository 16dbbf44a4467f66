namespace Manset.Tests;

/// <summary>Real input that is too large, or not ours, to keep beside the code; tests that need it are skipped without it.</summary>
static class SharedData
{
    static readonly string? Root = Find();

    public static string Folder(string name)
    {
        var folder = Root is null ? "" : Path.Combine(Root, "data", name);
        if (!Directory.Exists(folder)) Assert.Skip("../shared is absent");
        return folder;
    }

    public static IEnumerable<string> Files(string name) =>
        Directory.EnumerateFiles(Folder(name), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is not ("README.md" or "LICENSE")).Order(StringComparer.Ordinal);

    static string? Find()
    {
        if (Environment.GetEnvironmentVariable("MANSET_SHARED") is { Length: > 0 } named) return named;
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Manset.slnx"))) return Path.GetFullPath(Path.Combine(at.FullName, "..", "shared"));
        return null;
    }
}
