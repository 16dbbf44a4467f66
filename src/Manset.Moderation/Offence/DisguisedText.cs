using Manset.Moderation.Text;

namespace Manset.Moderation.Offence;

/// <summary>
/// The signs of a text as a reader's eye takes them: unseen ones dropped, look-alikes made plain, Turkish letters restored, spaces
/// single, and after the text itself each run of single letters (<c>a p t a l</c>, <c>a.p.t.a.l</c>) once more, written together.
/// </summary>
sealed class DisguisedText
{
    readonly char[] signs;
    readonly int[] places;
    readonly int joinedFrom;
    readonly bool[] known;

    DisguisedText(char[] signs, int[] places, int length, int joinedFrom, bool[] known)
    {
        (this.signs, this.places, Length, this.joinedFrom, this.known) = (signs, places, length, joinedFrom, known);
    }

    public int Length { get; }

    public char this[int at] => at < Length ? signs[at] : ' ';

    /// <summary>Where the sign stands in the text as it was sent.</summary>
    public int Place(int at) => places[at];

    public bool IsJoined(int at) => at >= joinedFrom;

    /// <summary>Its word stands in a dictionary just as it is written, so it is not another word in disguise.</summary>
    public bool IsKnown(int at) => known[at];

    /// <summary>A letter behind a mask that is itself behind a letter (<c>s*ktir</c>) goes on with the same word.</summary>
    public bool StartsWord(int at) => IsSign(signs[at]) && (at == 0 || (!IsSign(signs[at - 1]) && !(signs[at - 1] == '*' && at > 1 && IsSign(signs[at - 2]))));

    /// <summary>Part of a word, were it only in disguise.</summary>
    static bool IsSign(char sign) => char.IsLetterOrDigit(sign) || sign is '$' or '@';

    public static DisguisedText Of(Reading reading)
    {
        var text = reading.Settled;
        var singles = Singles(reading, text);
        var size = text.Length + singles.Sum(run => run.Letters + 1) + 1;
        var (signs, places, known, length) = (new char[size], new int[size], new bool[size], 0);

        var token = 0;
        for (var i = 0; i < text.Length; i++)
        {
            while (token < reading.Tokens.Count && reading.Tokens[token].End <= i) token++;
            if (Tokens.IsUnseen(text[i]) || Tokens.IsMark(text[i])) continue;

            var hidden = token < reading.Tokens.Count && reading.Tokens[token] is { Sort: Sort.Address } address && address.Start <= i;
            var sign = hidden || char.IsWhiteSpace(text[i]) ? ' ' : LookAlikes.Plain(text[i], reading.Bench.Turkish);
            if (sign == ' ' && length > 0 && signs[length - 1] == ' ') continue;

            places[length] = i;
            known[length] = token < reading.Tokens.Count && reading.Tokens[token].Start == i && IsKnown(reading, text, reading.Tokens[token]);
            if (length > 0 && !known[length] && reading.Tokens[Math.Min(token, reading.Tokens.Count - 1)].Start < i) known[length] = known[length - 1];
            signs[length++] = sign;
        }

        var joinedFrom = length;
        foreach (var (first, last, _) in singles)
        {
            (signs[length], places[length++]) = (' ', text.Length);
            for (var i = first; i <= last; i++)
            {
                var single = reading.Tokens[i];
                if (single is { Sort: Sort.Word, Length: 1 }) (signs[length], places[length++]) = (LookAlikes.Plain(text[single.Start], reading.Bench.Turkish), single.Start);
            }
        }
        return new(signs, places, length, joinedFrom, known);
    }

    static bool IsKnown(Reading reading, string text, Token token) => token is { Sort: Sort.Word, Length: > 1 } &&
        (reading.Bench.Words.Find(Letters.Lower(token.In(text), reading.Bench.Turkish)) is not null
        || reading.Bench.English.Find(Letters.Lower(token.In(text), turkish: false)) is not null);

    /// <summary>Three or more single letters with the same one or two signs between them.</summary>
    static List<(int First, int Last, int Letters)> Singles(Reading reading, string text)
    {
        var runs = new List<(int First, int Last, int Letters)>();
        for (var i = 0; i < reading.Tokens.Count; i++)
        {
            if (reading.Tokens[i] is not { Sort: Sort.Word, Length: 1 }) continue;

            var (last, letters) = (i, 1);
            for (var next = i + 1; next < reading.Tokens.Count && next - last <= 2; next++)
            {
                if (reading.Tokens[next].Start - reading.Tokens[last].End > 3) break;
                if (reading.Tokens[next] is { Sort: Sort.Word, Length: 1 }) (last, letters) = (next, letters + 1);
                else if (reading.Tokens[next].Sort is not Sort.Sign) break;
            }
            if (letters >= 2 && letters + last > i + 1) runs.Add((i, last, letters));
            i = last;
        }
        return runs;
    }
}
