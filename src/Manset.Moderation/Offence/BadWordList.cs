using System.Globalization;
using Manset.Moderation.Text;


namespace Manset.Moderation.Offence;

/// <summary>The bad words of an edition, as a tree of letters in which a text is looked up from the start of each of its words.</summary>
sealed class BadWordList
{
    readonly List<Node> nodes = [new()];

    BadWordList(IEnumerable<BadWord> words)
    {
        foreach (var word in words) Add(word);
    }

    public static BadWordList For(HouseRules house)
    {
        var turkish = house.Language == "tr";
        var words = Read("bad-words.tr.txt", turkish: true).Where(word => turkish || (word.Strength >= 0.9 && word.Text.Length > 4));
        return new([.. words, .. Read("bad-words.en.txt", turkish: false), .. OfHouse(house, turkish)]);
    }

    public List<Hit> Find(Reading reading)
    {
        var hits = new List<Hit>();
        var walk = new Walk(nodes, DisguisedText.Of(reading));
        for (var at = 0; at < walk.Text.Length;)
        {
            if (walk.Text.StartsWord(at) && walk.LongestAt(at) is { } hit && hit.Word.Rule is not null) hits.Add(hit);
            at++;
        }
        return Distinct(hits);
    }

    /// <summary>Spaced-out letters are read twice; a phrase holds the hits of its own words.</summary>
    static List<Hit> Distinct(List<Hit> hits)
    {
        if (hits.Count < 2) return hits;

        hits.Sort((one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : other.End.CompareTo(one.End));
        var distinct = new List<Hit> { hits[0] };
        foreach (var hit in hits)
            if (hit.End > distinct[^1].End) distinct.Add(hit);
        return distinct;
    }

    static IEnumerable<BadWord> OfHouse(HouseRules house, bool turkish)
    {
        foreach (var rule in (string[])["profanity", "insult"])
        {
            if (!house.Rules.TryGetValue(rule, out var terms)) continue;
            foreach (var word in terms.Words) yield return new(Text.Letters.Lower(word, turkish), rule, 0.9, Ending.Suffixes, false, turkish);
            foreach (var word in terms.Exempt) yield return new(Text.Letters.Lower(word, turkish), null, 0, Ending.Suffixes, false, turkish);
        }
    }

    /// <summary>A line is a rule, a strength and words; <c>word=</c> takes no suffix, <c>word*</c> anything, <c>word?</c> must be addressed.</summary>
    static IEnumerable<BadWord> Read(string resource, bool turkish)
    {
        using var stream = typeof(BadWordList).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;

            var parts = line.Split(' ', 3);
            var rule = parts[0] == "innocent" ? null : parts[0];
            var strength = double.Parse(parts[1], CultureInfo.InvariantCulture);
            foreach (var entry in parts[2].Split(", "))
            {
                var addressed = entry.Contains('?', StringComparison.Ordinal);
                var ending = entry.Contains('=', StringComparison.Ordinal) ? Ending.Bare : entry.Contains('*', StringComparison.Ordinal) ? Ending.Open : Ending.Suffixes;
                yield return new(entry.TrimEnd('?', '=', '*'), rule, strength, ending, addressed, turkish);
            }
        }
    }

    void Add(BadWord word)
    {
        var node = nodes[0];
        foreach (var letter in word.Text) node = Child(node, letter);
        node.Word = word;

        // Softening: a last p, ç, t, k turns into b, c, d, ğ before a vowel; words of one syllable keep theirs.
        if (word is not { Turkish: true, Ending: Ending.Suffixes, Text.Length: > 4 } || Softened(word.Text[^1]) is not { } soft) return;
        var parent = nodes[0];
        foreach (var letter in word.Text.AsSpan(0, word.Text.Length - 1)) parent = Child(parent, letter);
        Child(parent, soft).Soft = word;
    }

    static char? Softened(char last) => last switch { 'k' => 'ğ', 'p' => 'b', 'ç' => 'c', 't' => 'd', _ => null };

    Node Child(Node node, char letter)
    {
        foreach (var (sign, index) in node.Children)
            if (sign == letter) return nodes[index];
        nodes.Add(new());
        node.Children.Add((letter, nodes.Count - 1));
        return nodes[^1];
    }
}

sealed class Node
{
    public List<(char Letter, int Node)> Children { get; } = [];
    public BadWord? Word { get; set; }

    /// <summary>A word whose last letter has softened: only with a vowel behind it.</summary>
    public BadWord? Soft { get; set; }
}
