namespace Manset.Tests;

/// <summary>The source as it lies on the disk, for tests that read it.</summary>
static class Repository
{
    static readonly string[] NotSource = [".git", "artifacts", "bin", "obj", "data", "node_modules", ".vs", ".idea", ".vscode"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every file we keep, relative to the root.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. FilesIn(Root).Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal)];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder)
            .Where(inner => !NotSource.Contains(Path.GetFileName(inner)))
            .SelectMany(FilesIn));

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Manset.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests read the source, so they run from inside its folder.");
    }
}
