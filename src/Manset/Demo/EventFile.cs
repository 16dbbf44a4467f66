using System.Globalization;
using Manset.Wire;

namespace Manset.Demo;

/// <summary>
/// Reads one event of the script. A file is facts (<c>section: world</c>), then takes that begin <c>=== 1m10s</c>, each with its own
/// facts and with its copy in each language under <c>--- tr</c>: head lines, an empty line, and paragraphs parted by empty lines, where
/// <c>## </c> begins a heading, <c>&gt; </c> a quotation and <c>&gt; — </c> who said it. What a take does not say again stands as the
/// take before had it, save the note, the correction and the body.
/// </summary>
static class EventFile
{
    const StringSplitOptions Tidy = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
    static readonly string[] OfOneTake = ["note", "corrects"];

    public static Event Read(string slug, string text)
    {
        var parts = Split(text, "=== ");
        var facts = Facts(parts[0].Text);
        var takes = new List<Take>();
        var heads = new Dictionary<string, Dictionary<string, string>>();
        foreach (var (at, take) in parts.Skip(1))
        {
            var languages = Split(take, "--- ");
            Renew(facts, Facts(languages[0].Text));
            var copy = new Dictionary<string, Wording>();
            foreach (var (language, words) in languages.Skip(1))
            {
                var (head, body) = Halve(words);
                if (!heads.TryGetValue(language, out var known)) heads[language] = known = [];
                Renew(known, Facts(head));
                copy[language] = Words(known, body);
            }
            takes.Add(Take(Instant(at), takes.Count + 1, facts, copy));
        }
        return new(slug, facts["section"], takes);
    }

    static Take Take(TimeSpan at, int version, Dictionary<string, string> facts, Dictionary<string, Wording> copy) => new()
    {
        At = at,
        Version = version,
        Urgency = int.Parse(facts.GetValueOrDefault("urgency", "4"), CultureInfo.InvariantCulture),
        Status = Enum.Parse<WireStatus>(facts.GetValueOrDefault("status", "usable"), ignoreCase: true),
        Corrects = facts.ContainsKey("corrects"),
        Embargo = facts.TryGetValue("embargo", out var embargo) ? Instant(embargo) : null,
        Picture = facts.GetValueOrDefault("picture"),
        Copy = copy,
    };

    static Wording Words(Dictionary<string, string> head, string body) => new()
    {
        Headline = head["headline"],
        Standfirst = head.GetValueOrDefault("standfirst"),
        Byline = head.GetValueOrDefault("byline"),
        Dateline = head.GetValueOrDefault("dateline"),
        Keywords = head.GetValueOrDefault("keywords", "").Split(',', Tidy),
        Note = head.GetValueOrDefault("note"),
        Body = [.. body.Split("\n\n", Tidy).Select(ToBlock)],
    };

    static Block ToBlock(string text)
    {
        if (text.StartsWith("## ", StringComparison.Ordinal)) return new(BlockKind.Heading, text[3..]);
        if (!text.StartsWith("> ", StringComparison.Ordinal)) return new(BlockKind.Paragraph, text.ReplaceLineEndings(" "));

        var lines = text.Split('\n').Select(line => line[2..]).ToLookup(line => line.StartsWith("— ", StringComparison.Ordinal));
        return new(BlockKind.Quotation, string.Join(' ', lines[false]), lines[true].SingleOrDefault()?[2..]);
    }

    static void Renew(Dictionary<string, string> known, Dictionary<string, string> said)
    {
        foreach (var key in OfOneTake) known.Remove(key);
        foreach (var (key, value) in said) known[key] = value;
    }

    static Dictionary<string, string> Facts(string lines) => lines
        .Split('\n', Tidy)
        .Select(line => line.Split(": ", 2))
        .ToDictionary(pair => pair[0], pair => pair[1]);

    static (string Head, string Body) Halve(string text)
    {
        var gap = text.IndexOf("\n\n", StringComparison.Ordinal);
        return gap < 0 ? (text, "") : (text[..gap], text[gap..]);
    }

    /// <summary>Parts a text at the lines that begin with a mark; the first part has no name.</summary>
    static List<(string Name, string Text)> Split(string text, string mark)
    {
        var pieces = ("\n" + text.ReplaceLineEndings("\n")).Split("\n" + mark);
        return
        [
            ("", pieces[0]),
            .. pieces.Skip(1).Select(piece => piece.Split('\n', 2)).Select(lines => (lines[0].Trim(), lines.ElementAtOrDefault(1) ?? "")),
        ];
    }

    /// <summary><c>45s</c>, <c>1m40s</c>, <c>-3h10m</c>.</summary>
    static TimeSpan Instant(string text)
    {
        var sum = TimeSpan.Zero;
        var number = 0;
        foreach (var letter in text.TrimStart('-'))
        {
            if (char.IsAsciiDigit(letter))
            {
                number = (number * 10) + (letter - '0');
                continue;
            }
            sum += letter switch
            {
                'h' => TimeSpan.FromHours(number),
                'm' => TimeSpan.FromMinutes(number),
                's' => TimeSpan.FromSeconds(number),
                _ => throw new FormatException($"'{text}' is no time of the script: write it as -3h10m or 45s."),
            };
            number = 0;
        }
        return text.StartsWith('-') ? -sum : sum;
    }
}
