using Manset.Moderation.Text;

namespace Manset.Moderation.Offence;

/// <summary>Follows a text down the tree of bad words from one place, seeing through stretched letters, masks and signs for letters.</summary>
sealed class Walk(List<Node> nodes, DisguisedText text)
{
    const int MostMasks = 4;
    const int MostGaps = 8;
    const int LongestStretch = 40;
    const int LongestRest = 40;

    public DisguisedText Text => text;

    /// <summary>The longest entry that begins here, were it an innocent one.</summary>
    public Hit? LongestAt(int at)
    {
        Hit? longest = null;
        Step(nodes[0], at, at, new(), ref longest);
        return longest;
    }

    void Step(Node node, int start, int at, Trail trail, ref Hit? longest)
    {
        if (node.Word is { } word && trail.Letters > 1) Consider(word, start, at, trail, soft: false, ref longest);
        if (node.Soft is { } softened) Consider(softened, start, at, trail, soft: true, ref longest);
        if (node.Children.Count == 0) return;

        var sign = text[at];
        var inWord = at > start;
        foreach (var (letter, next) in node.Children)
        {
            if (letter == ' ')
            {
                if (inWord) Step(nodes[next], start, AfterGap(at), trail, ref longest);
                continue;
            }
            if (sign == letter) Step(nodes[next], start, at + 1, trail.With(), ref longest);
            else if (sign == Letters.Fold(letter) && !text.IsKnown(at)) Step(nodes[next], start, at + 1, trail.With(bare: true), ref longest);
            else if (StandsFor(sign, letter) && !text.IsJoined(at)) Step(nodes[next], start, at + 1, trail.With(disguised: true, sign: true), ref longest);
            else if (inWord && IsMask(sign) && trail.Masks < MostMasks && IsInside(at)) Step(nodes[next], start, at + 1, trail.With(disguised: true, mask: true), ref longest);
        }

        if (!inWord) return;
        if (sign == text[at - 1] && char.IsLetter(sign) && !trail.Stretched && !text.IsKnown(at))
            Step(node, start, AfterStretch(at), trail with { Disguised = true, Stretched = true }, ref longest);
        else if (sign is '.' or '-' or '_' or '*' or '·' or '\'' or '/' && char.IsLetter(text[at + 1]) && trail.Gaps < MostGaps)
            Step(node, start, at + 1, trail with { Disguised = true, Gaps = trail.Gaps + 1 }, ref longest);
    }

    void Consider(BadWord word, int start, int at, Trail trail, bool soft, ref Hit? longest)
    {
        // Most of a word must be its own letters, and short words only as they are.
        if (trail.Letters - trail.Masks - trail.Signs < Math.Max(2, (trail.Letters + 1) / 2)) return;
        if (word.Text.Length < 5 && trail.Bare) return;
        if (word.Text.Length < 4 && (trail.Signs > 0 || trail.Masks > 0 || (trail.Gaps > 0 && trail.Gaps < word.Text.Length - 1))) return;
        if (word.Text.Length < 3 && trail.Disguised) return;

        var end = at;
        while (end < text.Length && end - at < LongestRest && (char.IsLetter(text[end]) || (trail.Disguised && IsMask(text[end]) && IsInside(end)))) end++;
        var joined = text.IsJoined(start);
        if (joined && (trail.Letters < 3 || (trail.Letters == 3 && end > at))) return;

        Span<char> rest = stackalloc char[LongestRest];
        var length = Rest(at, end, rest, stretched: false);
        var stretched = !MayEnd(word, rest[..length], soft);
        if (stretched)
        {
            length = Rest(at, end, rest, stretched: true);
            if (text.IsKnown(at - 1) || !MayEnd(word, rest[..length], soft)) return;
        }

        if (longest is { } other && other.Word.Text.Length >= word.Text.Length && (other.Word.Rule is null || word.Rule is not null)) return;
        var last = end > at ? end - 1 : at - 1;
        longest = new(word, text.Place(start), text.Place(last) + 1, new(rest[..length]), trail.Disguised || stretched || joined);
    }

    /// <summary>What stands behind the stem, in bare letters; when stretched, each letter once however often it was typed.</summary>
    int Rest(int at, int end, Span<char> rest, bool stretched)
    {
        var length = 0;
        var last = Letters.Fold(text[at - 1]);
        for (var i = at; i < end; i++)
        {
            var bare = Letters.Fold(text[i]);
            if (stretched && bare == last) continue;
            rest[length++] = last = bare;
        }
        return length;
    }

    static bool MayEnd(BadWord word, ReadOnlySpan<char> rest, bool soft) => word.Ending switch
    {
        _ when soft && rest is not ['a' or 'e' or 'i' or 'u' or 'o', ..] => false,
        Ending.Open => true,
        _ when rest.Length == 0 => true,
        Ending.Bare => false,
        _ when word.Turkish => Suffixes.IsTurkish(rest, IsBack(word.Text)),
        _ => Suffixes.IsEnglish(rest)
    };

    static bool IsBack(string stem)
    {
        for (var i = stem.Length - 1; i >= 0; i--)
        {
            if (stem[i] is 'a' or 'ı' or 'o' or 'u') return true;
            if (stem[i] is 'e' or 'i' or 'ö' or 'ü') return false;
        }
        return true;
    }

    int AfterGap(int at)
    {
        var end = at;
        while (end < text.Length && end - at < 3 && !char.IsLetterOrDigit(text[end])) end++;
        return end;
    }

    int AfterStretch(int at)
    {
        var end = at;
        while (end < text.Length && end - at < LongestStretch && text[end] == text[at]) end++;
        return end;
    }

    bool IsInside(int at) => at + 1 < text.Length && text[at + 1] != ' ';

    static bool IsMask(char sign) => sign is '*' or '#' or '%' or '+';

    static bool StandsFor(char sign, char letter) => sign switch
    {
        '0' => letter is 'o' or 'ö',
        '1' => letter is 'i' or 'ı' or 'l',
        '!' => letter is 'i' or 'ı',
        '3' => letter == 'e',
        '4' or '@' => letter == 'a',
        '5' or '$' => letter is 's' or 'ş',
        '6' or '9' => letter is 'g' or 'ğ',
        '7' => letter == 't',
        '8' => letter == 'b',
        _ => false
    };

    readonly record struct Trail(int Letters, int Masks, int Signs, int Gaps, bool Bare, bool Disguised, bool Stretched)
    {
        public Trail With(bool bare = false, bool disguised = false, bool mask = false, bool sign = false) => this with
        {
            Letters = Letters + 1,
            Masks = Masks + (mask ? 1 : 0),
            Signs = Signs + (sign ? 1 : 0),
            Bare = Bare || bare,
            Disguised = Disguised || disguised,
            Stretched = false
        };
    }
}
