using System.Reflection;
using System.Text.Json;
using Manset.Wire;

namespace Manset.Demo;

/// <summary>All that the simulated agencies will send, and when: the text is our own and every person in it is invented.</summary>
public sealed record AgencyScript(IReadOnlyList<Event> Events, IReadOnlyDictionary<string, ScriptPicture> Pictures)
{
    const string Folder = "Demo/Script/";
    static readonly Assembly Program = typeof(AgencyScript).Assembly;

    /// <summary>The script that travels inside the program.</summary>
    public static AgencyScript Load()
    {
        using var list = Open(Folder + "pictures.json");
        var pictures = JsonSerializer.Deserialize<Dictionary<string, ScriptPicture>>(list, JsonSerializerOptions.Web)!;
        var events = Program.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => EventFile.Read(Path.GetFileNameWithoutExtension(name), Text(name)));
        return new([.. events], pictures);
    }

    /// <summary>The latest take of every event that has begun, newest first.</summary>
    public IEnumerable<(Event Event, Take Take)> After(TimeSpan elapsed) =>
        from happening in Events
        let take = happening.Takes.LastOrDefault(take => take.At <= elapsed)
        where take is not null
        orderby take.At descending
        select (happening, take);

    public static byte[] PictureBytes(string name)
    {
        using var stream = Open($"Demo/Pictures/{name}.jpg");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    internal static string Text(string resource)
    {
        using var reader = new StreamReader(Open(resource));
        return reader.ReadToEnd();
    }

    static Stream Open(string resource) =>
        Program.GetManifestResourceStream(resource) ?? throw new FileNotFoundException($"The program carries no {resource}.");
}

/// <summary>Something that happens in the script.</summary>
/// <param name="Slug">Its working name, the same in both languages and in every take.</param>
/// <param name="Section">The key of a section: <c>politics</c>.</param>
public sealed record Event(string Slug, string Section, IReadOnlyList<Take> Takes);

/// <summary>What the agency knows of an event from one moment on.</summary>
public sealed record Take
{
    /// <summary>Counted from the start of the demo; before it when negative.</summary>
    public required TimeSpan At { get; init; }
    public required int Version { get; init; }
    public required int Urgency { get; init; }
    public WireStatus Status { get; init; } = WireStatus.Usable;
    public bool Corrects { get; init; }
    /// <summary>Counted from the start of the demo, as <see cref="At"/> is.</summary>
    public TimeSpan? Embargo { get; init; }
    public string? Picture { get; init; }
    /// <summary>By language tag.</summary>
    public required IReadOnlyDictionary<string, Wording> Copy { get; init; }
}

/// <summary>One language's words of a take.</summary>
public sealed record Wording
{
    public required string Headline { get; init; }
    public string? Standfirst { get; init; }
    public string? Byline { get; init; }
    public string? Dateline { get; init; }
    public IReadOnlyList<string> Keywords { get; init; } = [];
    /// <summary>To editors: why it is corrected, killed or held under embargo.</summary>
    public string? Note { get; init; }
    public IReadOnlyList<Block> Body { get; init; } = [];
}

public enum BlockKind { Paragraph, Heading, Quotation }

/// <param name="Source">Who said it, of a quotation.</param>
public sealed record Block(BlockKind Kind, string Text, string? Source = null);

/// <summary>A picture drawn for the demo, described in each language.</summary>
public sealed record ScriptPicture(IReadOnlyDictionary<string, PictureWords> Words);

public sealed record PictureWords(string Alt, string Caption, string Credit);
