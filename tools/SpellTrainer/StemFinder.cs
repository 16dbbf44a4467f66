using Manset.Moderation.Language;
using Manset.Moderation.Spelling;

namespace SpellTrainer;

/// <summary>Finds the stems behind a list of words: a stem is what the suffixes and shorter stems cannot explain.</summary>
sealed class StemFinder
{
    static readonly string[] Dropping =
    [
        "ağız", "alın", "beyin", "boyun", "burun", "göğüs", "karın", "omuz", "oğul", "gönül", "isim", "resim", "fikir", "akıl", "nakit", "şehir", "nehir",
        "vakit", "sabır", "kahır", "zehir", "metin", "hüküm", "zulüm", "ilim", "cisim", "asıl", "nesil", "asır", "devir", "emir", "ömür", "özür", "seyir",
        "şekil", "şükür", "tavır", "zihin", "keyif", "kayıp", "kayıt", "akit", "azim", "bahis", "haciz", "hapis", "hazım", "hüzün", "kabir", "kasıt",
        "keşif", "küfür", "lütuf", "meyil", "nabız", "nakil", "nefis", "rahim", "sihir", "ufuk", "uzuv", "vasıf", "zikir", "kavim", "nevi", "ritim",
        "şahıs", "cürüm", "defin", "fasıl", "fetih", "hasım", "hatim", "havuz", "hışım", "kutup", "kısım", "kesir", "koyun", "matbu", "nehiy", "nutuk",
        "remiz", "sathı", "tehir", "vehim", "zirih", "zümre", "ahit", "aşır", "bağır", "böğür", "cebir", "çevir", "fikir", "filiz", "geniz", "gasp", "hayız",
        "kadir", "kibir", "kabul", "lahit", "mühür", "nezir", "sıfır", "satıh", "şehit", "tahıl", "usul", "vezin", "zahır", "sınıf"
    ];

    static readonly string[] Doubling =
    [
        "hak", "his", "hat", "zan", "sır", "tıp", "ret", "af", "had", "hac", "zıt", "şık", "muhal", "mahal", "tıb", "muhik", "rab", "cüz", "haz", "dür", "şer", "zam", "hal"
    ];

    readonly Dictionary<string, float> words;
    readonly Stems stems = new(new WordTable([]));

    StemFinder(Dictionary<string, float> words) => this.words = words;

    public static Stems Find(Dictionary<string, float> words)
    {
        var finder = new StemFinder(words);
        finder.FindVerbs();
        finder.FindNouns();
        finder.AddChanging();
        return finder.stems;
    }

    bool Has(string word) => words.ContainsKey(word);

    void FindVerbs()
    {
        var candidates = new HashSet<string>();
        foreach (var word in words.Keys)
            foreach (var ending in (string[])["mak", "mek", "dı", "di", "du", "dü", "tı", "ti", "tu", "tü", "mış", "miş", "muş", "müş", "madı", "medi", "sa", "se"])
                if (word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.Ordinal)) candidates.Add(word[..^ending.Length]);

        foreach (var stem in candidates)
        {
            if (stem.Length > 3 && stem.EndsWith("yor", StringComparison.Ordinal)) continue;

            var vowelLast = Vowels.Has(stem[^1]);
            var infinitive = words.GetValueOrDefault(stem + (Vowels.IsFront(Vowels.Last(stem)) ? "mek" : "mak"));
            var needed = stem.Length > 3 && infinitive >= Words.OwnWeight ? 1 : stem.Length > 3 && infinitive >= 10 ? 2 : stem.Length < 3 ? 7 : stem.Length < 4 || vowelLast ? 4 : 3;
            if (Evidence(stem, stem) < needed) continue;

            var soft = stem[^1] == 't' ? stem[..^1] + 'd' : stem;
            if (soft != stem && Evidence(stem, soft) > Evidence(stem, stem))
            {
                stems.Add(stem, Stem.HardVerb);
                stems.Add(soft, Stem.SoftVerb);
            }
            else stems.Add(stem, Stem.Verb);
            if (vowelLast && stem[^1] is 'a' or 'e' && stem.Length > 2) stems.Add(stem[..^1], Stem.Narrow);
        }
        foreach (var (stem, soft) in (ReadOnlySpan<(string, string)>)[("de", "di"), ("ye", "yi")])
        {
            stems.Add(stem, Stem.HardVerb);
            stems.Add(stem, Stem.Verb);
            stems.Add(soft, Stem.SoftVerb | Stem.Short);
        }
    }

    /// <summary>How many forms of a verb are seen; some of them show only verbs.</summary>
    int Evidence(string stem, string before)
    {
        var last = Vowels.Last(stem);
        var a = Vowels.IsFront(last) ? 'e' : 'a';
        var i = last is 'a' or 'ı' ? 'ı' : last is 'e' or 'i' ? 'i' : last is 'o' or 'u' ? 'u' : 'ü';
        var d = Vowels.IsVoiceless(stem[^1]) ? 't' : 'd';
        var vowel = Vowels.Has(stem[^1]);
        var y = vowel ? "y" : "";
        var narrow = vowel ? before[..^1] : before;
        var ni = vowel && narrow.Length > 0 ? Vowels.Last(narrow) is 'a' or 'ı' ? 'ı' : Vowels.Last(narrow) is 'e' or 'i' ? 'i' : Vowels.Last(narrow) is 'o' or 'u' ? 'u' : 'ü' : i;
        var seen = 0;
        foreach (var form in (string[])
            [
                $"{stem}m{a}k", $"{stem}{d}{i}", $"{stem}m{i}ş", $"{stem}m{a}d{i}", $"{stem}{d}{i}m", $"{stem}m{a}y{a}", $"{stem}m{a}", $"{stem}m{a}s{i}",
                $"{before}{y}{a}c{a}k", $"{before}{y}{a}n", $"{before}{y}{i}p", $"{narrow}{ni}yor", $"{before}{y}{a}r{a}k", $"{narrow}{ni}yorum", $"{stem}{d}{i}ğ{i}", $"{before}{y}{a}c{a}ğ{i}m"
            ])
        {
            if (Has(form)) seen++;
        }
        return seen;
    }

    void FindNouns()
    {
        foreach (var (word, weight) in words.OrderBy(pair => pair.Key.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (word.Length < 2 || weight < (word.Length == 2 ? 13.5f : word.Length == 3 ? 9.5f : 0) || !word.Any(Vowels.Has)) continue;
            if (stems.Ends(word) != 0 && stems.Of(word) == Stem.None) continue;
            if ((stems.Of(word) & (Stem.Verb | Stem.HardVerb)) != 0 && !SeenAsNoun(word)) continue;

            AddNoun(word);
        }
    }

    /// <summary>A verb stem that is a noun as well (<c>boya</c>, <c>güven</c>) takes cases.</summary>
    bool SeenAsNoun(string word)
    {
        var last = Vowels.Last(word);
        var (a, d) = (Vowels.IsFront(last) ? 'e' : 'a', Vowels.IsVoiceless(word[^1]) ? 't' : 'd');
        return Has($"{word}l{a}r") && (Has($"{word}{d}{a}") || Has($"{word}{d}{a}n"));
    }

    void AddNoun(string word)
    {
        var kind = Stem.None;
        var back = !Vowels.IsFront(Vowels.Last(word));
        if (back && Seen(word, "ler", "i", "de", "den", "e", "in", "im", "li") > Seen(word, "lar", "ı", "da", "dan", "a", "ın", "ım", "lı", "u", "un", "um", "lu")) kind |= Stem.Front;
        if (Softened(word) is { } soft)
        {
            string[] endings = ["ı", "i", "u", "ü", "a", "e", "ım", "im", "um", "üm", "ın", "in", "un", "ün", "ını", "ini", "una", "üne", "ına", "ine"];
            var (softly, hard) = (Seen(soft, endings), Seen(word, endings));
            if (softly > hard || (softly == hard && word.Length > 4 && word[^1] is 'k' or 'p'))
            {
                stems.Add(word, kind | Stem.HardNoun);
                stems.Add(soft, kind | Stem.SoftNoun);
                return;
            }
        }
        stems.Add(word, kind | Stem.Noun);
    }

    int Seen(string stem, params string[] endings) => endings.Count(ending => Has(stem + ending));

    static string? Softened(string word) => word.Length < 3 ? null : word[^1] switch
    {
        'p' => word[..^1] + 'b',
        'ç' => word[..^1] + 'c',
        't' => word[..^1] + 'd',
        'k' => word[..^1] + (word[^2] == 'n' ? 'g' : 'ğ'),
        _ => null
    };

    void AddChanging()
    {
        foreach (var word in Dropping.Where(Has))
        {
            var dropped = word[..^2] + word[^1];
            if (Vowels.Has(word[^2]) && (Seen(dropped, "ı", "i", "u", "ü", "a", "e", "ını", "ini", "unu", "ünü") > 0 || Seen(Hardened(dropped), "ı", "i") > 0))
                stems.Add(Hardened(dropped), Stem.SoftNoun | (stems.Of(word) & Stem.Front));
        }
        foreach (var word in Doubling.Where(Has))
        {
            var doubled = word == "ret" ? "redd" : word is "tıp" ? "tıbb" : word is "zıt" ? "zıdd" : word + word[^1];
            if (Seen(doubled, "ı", "i", "u", "ü", "a", "e", "ım", "in", "ın") > 0)
                stems.Add(doubled, Stem.SoftNoun | (Seen(doubled, "i", "e", "in") > Seen(doubled, "ı", "a", "ın") ? Stem.Front : 0));
        }
    }

    static string Hardened(string dropped) => dropped.EndsWith("yp", StringComparison.Ordinal) ? dropped[..^1] + 'b' : dropped.EndsWith("yt", StringComparison.Ordinal) ? dropped[..^1] + 'd' : dropped;
}
