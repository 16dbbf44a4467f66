using Manset.Moderation.Text;

namespace Manset.Moderation.Language;

/// <summary>Whose name a word may be, as bits.</summary>
[Flags]
enum Name { None = 0, Turk = 1, Land = 2, World = 4, Abroad = 8, Suffixed = 16 }

/// <summary>Names of people and places, found by their bare letters.</summary>
static class Names
{
    static readonly Lazy<Dictionary<string, Name>.AlternateLookup<ReadOnlySpan<char>>> Shipped = new(() => Load().GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>The longest suffixes that a name drags along where its apostrophe was forgotten, and those of natives and clubs.</summary>
    const int LongestEnding = 6;
    const int ShortestName = 4;

    public static Name Of(ReadOnlySpan<char> bare)
    {
        if (Shipped.Value.TryGetValue(bare, out var name)) return name;

        for (var length = bare.Length - 1; length >= Math.Max(ShortestName, bare.Length - LongestEnding); length--)
            if (Shipped.Value.TryGetValue(bare[..length], out name)) return Name.Suffixed | name;
        return Name.None;
    }

    static Dictionary<string, Name> Load()
    {
        var names = new Dictionary<string, Name>(StringComparer.Ordinal);
        using var stream = typeof(Names).Assembly.GetManifestResourceStream("names.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '#') continue;

            var words = line.Split(' ');
            var kind = words[0] switch { "tr:" => Name.Turk, "land:" => Name.Land, "world:" => Name.World, _ => Name.Abroad };
            foreach (var word in words.AsSpan(1)) names[Letters.Fold(word)] = names.GetValueOrDefault(Letters.Fold(word)) | kind;
        }
        return names;
    }
}
