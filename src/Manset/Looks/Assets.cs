using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace Manset.Looks;

/// <summary>
/// The files that pages are dressed with: style sheets, fonts, marks. They travel inside the program, are read once at start,
/// and stand at paths that change with their content, so that a browser may keep them for good.
/// </summary>
public sealed class Assets
{
    /// <summary>Style sheets made of several: one request for a page, in the order the cascade wants.</summary>
    static readonly (string Name, string[] Parts)[] Bundles =
    [
        ("css/site.css",
        [
            "tokens", "reset", "base", "forms", "masthead", "footer", "picture", "teaser", "front", "section", "story", "comments", "notice", "print",
        ]),
        ("css/desk.css",
        [
            "tokens", "reset", "base", "forms", "desk-base", "desk-bar", "desk-table", "desk-badge", "desk-editor", "desk-diff", "desk-merge", "desk-alarms", "desk-queue", "desk-wire", "desk-rules", "desk-quarantine", "desk-parts",
        ]),
    ];

    readonly FrozenDictionary<string, Asset> files;

    public Assets()
    {
        var read = Embedded().ToDictionary(asset => asset.Name);
        var kept = read.Values.Where(asset => !asset.Name.StartsWith("css/", StringComparison.Ordinal)).ToArray();
        files = kept.Concat(Bundles.Select(Bind)).ToFrozenDictionary(asset => asset.Name);

        Asset Bind((string Name, string[] Parts) bundle)
        {
            var sheet = new StringBuilder("@layer reset, base, layout, page;\n");
            foreach (var part in bundle.Parts) sheet.Append(StyleSheet.Tighten(Encoding.UTF8.GetString(read[$"css/{part}.css"].Bytes)));
            foreach (var file in kept) sheet.Replace($"../{file.Name}", file.Path);
            return new(bundle.Name, Encoding.UTF8.GetBytes(sheet.ToString()));
        }
    }

    /// <summary>Where <paramref name="name"/> (<c>css/site.css</c>) is served.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file: a bug.</exception>
    public string Path(string name) => files[name].Path;

    public Asset? Find(string name) => files.GetValueOrDefault(name);

    static IEnumerable<Asset> Embedded()
    {
        const string root = "wwwroot/";
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            var name = resource.Replace('\\', '/');
            if (!name.StartsWith(root, StringComparison.Ordinal)) continue;
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            yield return new(name[root.Length..], bytes);
        }
    }
}
