using Manset.Moderation.Language;

namespace Manset.Moderation.Spelling;

/// <summary>Verbs written as they are spoken: <c>geliyom</c>, <c>gelcem</c>, <c>yapıyım</c>, <c>geldinmi</c>.</summary>
static class Chat
{
    /// <summary>So common that it is a word of its own (<c>sıcak</c>).</summary>
    const float CommonWord = 11.5f;

    /// <param name="small">In small letters.</param>
    /// <param name="isVerb">Whether something is a form of a verb.</param>
    public static string? Mend(string small, Predicate<string> isVerb)
    {
        if (small.Length < 4) return null;
        return Present(small, isVerb) ?? (isVerb(small) || Lexicon.Turkish.Find(small) is { Weight: > CommonWord } ? null : Future(small, isVerb));
    }

    /// <summary><c>-iyo</c>, <c>-io</c> and <c>-iyr</c> for <c>-iyor</c>.</summary>
    static string? Present(string small, Predicate<string> isVerb)
    {
        for (var at = small.Length - 1; at > 1; at--)
        {
            string stem;
            int rest;
            if (small[at] == 'o' && small[at - 1] == 'y' && IsHigh(small[at - 2])) (stem, rest) = (small[..(at + 1)], at + 1);
            else if (small[at] == 'o' && IsHigh(small[at - 1])) (stem, rest) = (small[..at] + "yo", at + 1);
            else if (small[at] == 'r' && small[at - 1] == 'y' && IsHigh(small[at - 2])) (stem, rest) = (small[..at] + "o", at);
            else continue;

            if (Person(small[rest..]) is not { } person) return null;
            var mended = stem + person;
            var word = mended.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? mended[..space] : mended;
            return mended != small && isVerb(word) ? mended : null;
        }
        return null;
    }

    static string? Person(string rest)
    {
        if (rest.StartsWith('r')) rest = rest[1..];
        switch (rest)
        {
            case "": return "r";
            case "m": return "rum";
            case "n" or "sn" or "sun": return "rsun";
            case "z" or "k": return "ruz";
            case "nuz" or "snz" or "sunz": return "rsunuz";
            case "lr" or "lar": return "rlar";
            case "mu": return "r mu";
            case "musn" or "musun" or "mun": return "r musun";
            case "musunuz" or "munuz": return "r musunuz";
        }
        if (rest.StartsWith("du", StringComparison.Ordinal) || rest.StartsWith("mu", StringComparison.Ordinal) || rest.StartsWith("sa", StringComparison.Ordinal)
            || rest.StartsWith("sun", StringComparison.Ordinal) || rest.StartsWith("lar", StringComparison.Ordinal) || rest is "um" or "uz" or "ken")
            return "r" + rest;
        return null;
    }

    /// <summary><c>-cem</c>, <c>-icem</c>, <c>-ecem</c> for <c>-eceğim</c>.</summary>
    static string? Future(string small, Predicate<string> isVerb)
    {
        var at = small.LastIndexOf('c');
        if (at < 2 || at + 2 > small.Length || small[at + 1] is not ('a' or 'e')) return null;
        if (small is "salıncak" or "oyuncak" or "yavrucak" or "basamak") return null;

        var a = small[at + 1];
        if (Ending(small[(at + 2)..], a) is not { } ending) return null;

        var stem = small.AsSpan(0, at);
        Span<string> stems = [$"{stem}{a}", "", "", "", ""];
        if (IsHigh(stem[^1]) || stem[^1] is 'a' or 'e')
        {
            var bare = stem[..^1];
            if (bare.Length > 1) stems[1] = $"{bare}{a}";
            if (bare.Length > 1 && bare[^1] == 'y' && IsHigh(stem[^1])) stems[2] = $"{bare[..^1]}{a}";
            if (IsHigh(stem[^1]) && bare.Length > 0) stems[3] = $"{bare}{a}y{a}";
            if (IsHigh(stem[^1]) || bare.Length > 1) stems[4] = $"{stem}y{a}";
            if (stem[^1] is 'a' or 'e') stems[0] = "";
        }
        foreach (var base_ in stems)
        {
            if (base_.Length == 0) continue;
            var mended = $"{base_}c{a}{ending}";
            if (mended != small && isVerb(mended)) return mended;
        }
        return null;
    }

    static string? Ending(string rest, char a)
    {
        var i = a == 'a' ? 'ı' : 'i';
        return rest switch
        {
            "m" or "ğm" or "am" or "em" => $"ğ{i}m",
            "n" => $"ks{i}n",
            "z" or "ğz" => $"ğ{i}z",
            "nız" or "niz" => $"ks{i}n{i}z",
            "kmis" or "kmıs" => $"km{i}ş",
            _ => rest.StartsWith('k') || rest.StartsWith('ğ') ? rest : null
        };
    }

    /// <summary><c>-iyim</c> for <c>-eyim</c>: only for what is no word.</summary>
    public static string? Wish(string small, Predicate<string> isVerb)
    {
        var last = small.Length - 1;
        if (last < 3 || small[last] != 'm' || !IsHigh(small[last - 1])) return null;

        var stem = small[last - 2] == 'y' && IsHigh(small[last - 3]) ? small[..(last - 3)] : small[..(last - 1)];
        if (stem.Length < 2) return null;

        var wish = Vowels.IsFront(Vowels.Last(stem)) ? "eyim" : "ayım";
        return isVerb(stem + wish) ? stem + wish : isVerb($"{stem}y{wish}") ? $"{stem}y{wish}" : null;
    }

    /// <summary>The same where it looks like a noun that says <c>I am</c> (<c>yapıyım</c>), which nobody says.</summary>
    public static string? WishInNoun(string small, Predicate<string> isVerb)
    {
        var last = small.Length - 1;
        if (last < 4 || small[last] != 'm' || !IsHigh(small[last - 1]) || small[last - 2] != 'y' || !IsHigh(small[last - 3]) || Lexicon.Turkish.Find(small) is not null) return null;
        return Wish(small, isVerb) is { } wish && Lexicon.Turkish.Find(wish) is not null ? wish : null;
    }

    static bool IsHigh(char letter) => letter is 'ı' or 'i' or 'u' or 'ü';
}
