using System.Collections.Frozen;
using Manset.Moderation.Text;

namespace Manset.Moderation.Offence;

/// <summary>What stands around a bad word and changes its weight.</summary>
static class Surroundings
{
    const int Reach = 3;
    const int LongestQuotation = 400;

    static readonly FrozenSet<string> ToYou = new[]
    {
        "sen", "seni", "sana", "senin", "sensin", "siz", "sizi", "size", "sizin", "sizsiniz", "lan", "ulan", "you", "your", "youre", "ur"
    }.ToFrozenSet();

    // An ordinary word turns into an insult beside these: "eşek herif", "köpek sürüsü".
    static readonly FrozenSet<string> Insulting = new[]
    {
        "herif", "herifi", "herifin", "herifler", "heriflere", "adam", "kafalı", "sürüsü", "sıpası", "lan", "ulan", "musun", "mısın", "misin", "müsün", "musunuz", "mısınız",
        "misiniz", "müsünüz", "soyu", "evladı"
    }.ToFrozenSet();

    static readonly FrozenSet<string> Between = new[]
    {
        "are", "re", "r", "a", "an", "such", "so", "really", "just", "very", "total", "complete", "absolute", "fucking", "bloody", "damn", "utterly", "all", "stupid", "dumb", "ignorant", "lying"
    }.ToFrozenSet();

    public static bool IsAddressed(Hit hit, Reading reading)
    {
        if (hit.Word.Turkish && Suffixes.IsSecondPerson(hit.Suffix)) return true;

        var (before, after) = Neighbours(hit, reading);
        if (hit.Word.Addressed && hit.Word.Turkish) return after < reading.Tokens.Count && Insulting.Contains(Word(reading.Tokens[after], reading));
        if (hit.Word.Addressed) return CallsYou(before, reading);

        for (var i = before; i >= 0 && before - i < Reach; i--)
            if (reading.Tokens[i].Sort is Sort.Mention || ToYou.Contains(Word(reading.Tokens[i], reading))) return true;
        for (var i = after; i < reading.Tokens.Count && i - after < Reach; i++)
            if (ToYou.Contains(Word(reading.Tokens[i], reading))) return true;
        return hit.Word.Turkish && after < reading.Tokens.Count && Insulting.Contains(Word(reading.Tokens[after], reading));
    }

    /// <summary><c>you are such a …</c>: nothing but such small words between.</summary>
    static bool CallsYou(int before, Reading reading)
    {
        for (var i = before; i >= 0 && before - i < 2 * Reach; i--)
        {
            var word = Word(reading.Tokens[i], reading);
            if (word is "you" or "youre" or "u" or "ur") return true;
            if (word.Length > 0 ? !Between.Contains(word) : reading.Text[reading.Tokens[i].Start] is not ('\'' or '’')) return false;
        }
        return false;
    }

    /// <summary>Somebody is told to have said it: <c>aptal dedi</c>, <c>şerefsiz demek</c>, <c>called him an idiot</c>.</summary>
    public static bool IsTold(Hit hit, Reading reading)
    {
        var (before, after) = Neighbours(hit, reading);
        if (after < reading.Tokens.Count && Reported.Tells(Word(reading.Tokens[after], reading))) return true;
        for (var i = before; i >= 0 && before - i < Reach; i--)
            if (Reported.Names(Word(reading.Tokens[i], reading))) return true;
        return false;
    }

    /// <summary>Between quotation marks that open before it and close after it.</summary>
    public static bool IsQuoted(Hit hit, Reading reading)
    {
        var before = reading.Text.AsSpan(Math.Max(0, hit.Start - LongestQuotation), Math.Min(hit.Start, LongestQuotation));
        var after = reading.Text.AsSpan(hit.End, Math.Min(LongestQuotation, reading.Text.Length - hit.End));
        return (before.LastIndexOf('“') > before.LastIndexOf('”') && after.Contains('”'))
            || (before.LastIndexOf('«') > before.LastIndexOf('»') && after.Contains('»'))
            || (before.Count('"') % 2 == 1 && after.Contains('"'));
    }

    static (int Before, int After) Neighbours(Hit hit, Reading reading)
    {
        var (low, high) = (0, reading.Tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (reading.Tokens[middle].Start < hit.Start) low = middle + 1; else high = middle;
        }
        var next = low;
        while (next < reading.Tokens.Count && reading.Tokens[next].Start < hit.End) next++;
        return (low - 1, next);
    }

    static string Word(Token token, Reading reading) =>
        token.Sort is Sort.Word && token.Length <= 16 ? Letters.Lower(token.In(reading.Settled), reading.Bench.Turkish) : "";
}
