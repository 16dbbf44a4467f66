using System.Buffers;
using System.Globalization;
using System.Text;
using Manset.Moderation.Text;

namespace Manset.Moderation.Language;

enum Tongue { Unsure, Turkish, English, Other }

/// <summary>
/// Which language a text is in: Turkish, English, another, or too little to say. A script that neither uses decides alone; else each word
/// votes: as it stands in the lists of both, in that of common words of other languages, or by letters that neither has.
/// </summary>
static class Tongues
{
    const int MostWords = 300;
    const int LongestWord = 40;
    const int FewLetters = 12;
    const float Sure = 6f;
    const float Clear = 3f;
    const int MostSounds = 40;

    /// <summary>By how much one tongue must sound likelier than the others.</summary>
    const float Likely = 4f;

    /// <summary>So common in Turkish or English that it says little for another language.</summary>
    const float CommonWord = 11f;

    static readonly SearchValues<char> Marks = SearchValues.Create("ğışĞİŞ");

    /// <summary>Letters that neither Turkish nor English words have, but for a few that were borrowed.</summary>
    static readonly SearchValues<char> Foreign = SearchValues.Create("äßéèàáíóúñãõøåæłąęśźżčžřěůőűțășăəêëïôœÄÉÈÀÁÍÓÚÑÃÕØÅÆŁĄĘŚŹŻČŽŘĚŮŐŰȚĂƏÊËÏÔŒ¿¡");

    public static Tongue Of(Reading reading)
    {
        var (turkish, english, strange, words, letters) = (0f, 0f, 0f, 0, 0);
        var (own, foreign) = Scripts(reading.Text);
        if (foreign > own) return foreign >= 4 ? Tongue.Other : Tongue.Unsure;

        Span<float> others = stackalloc float[CommonWords.Tongues];
        others.Clear();
        Span<char> folded = stackalloc char[LongestWord];
        foreach (var token in reading.Tokens)
        {
            if (token.Sort is not Sort.Word || token.Length > LongestWord) continue;
            if (++words > MostWords) break;

            var word = token.In(reading.Text);
            var bare = Letters.Fold(word, folded);
            letters += bare.Length;
            var isName = char.IsUpper(word[0]) && token.Start > 0 ? 0.3f : 1f;
            var inTurkish = Weight(Lexicon.Turkish.Forms(bare));
            var inEnglish = Weight(Lexicon.English.Forms(bare));
            if (CommonWords.Of(word) is not 0 and var tongues)
            {
                var isOwn = inTurkish > CommonWord || inEnglish > CommonWord;
                for (var i = 0; i < others.Length; i++)
                    if ((tongues >> i & 1) == 1) others[i] += isOwn ? 1f : 3f;
                if (!isOwn) continue;
            }
            else if (word.ContainsAny(Foreign)) strange += 2.5f * isName;
            if (word.ContainsAny(Marks)) turkish += 3 * isName;
            if (inTurkish > 0 || inEnglish > 0)
            {
                turkish += Vote(inTurkish, inEnglish) * isName;
                english += Vote(inEnglish, inTurkish) * isName;
            }
            else if (IsTurkish(word)) turkish += 2.5f * isName;
            else if (!word.ContainsAny("qwx")) turkish += 0.5f * isName;
        }
        var other = 0f;
        foreach (var votes in others) other = Math.Max(other, votes);
        var voted = Decide(turkish, english, other + strange, letters);
        return voted is Tongue.Unsure && letters >= FewLetters && words > 1 ? BySound(reading, turkish) : voted;
    }

    /// <summary>What the words sound like, where few of them are known.</summary>
    static Tongue BySound(Reading reading, float turkish)
    {
        Span<float> sums = stackalloc float[TongueModel.Tongues];
        sums.Clear();
        var words = 0;
        foreach (var token in reading.Tokens)
        {
            if (token.Sort is not Sort.Word || token.Length < 2) continue;
            if (++words > MostSounds) break;
            TongueModel.Default.Weigh(token.In(reading.Text), sums);
        }
        var (one, other, third) = (sums[0], sums[1], sums[2]);
        if (one > Math.Max(other, third) + Likely) return Tongue.Turkish;
        if (turkish > Clear) return Tongue.Unsure;
        return other > Math.Max(one, third) + Likely ? Tongue.English : third > Math.Max(one, other) + Likely ? Tongue.Other : Tongue.Unsure;
    }

    static bool IsTurkish(ReadOnlySpan<char> word)
    {
        Span<char> small = stackalloc char[LongestWord];
        for (var i = 0; i < word.Length; i++) small[i] = Letters.LowerTurkish(word[i]);
        return Spelling.Stems.Turkish.Ends(small[..word.Length]) != 0;
    }

    /// <summary>How much more a word belongs to the one language than to the other, 0 to 3.</summary>
    static float Vote(float here, float there) => here <= 0 ? 0 : Math.Clamp((here - there) / 3, 0, 3);

    static float Weight(ReadOnlySpan<Form> forms)
    {
        var most = 0f;
        foreach (var form in forms) most = Math.Max(most, form.Weight);
        return most;
    }

    static Tongue Decide(float turkish, float english, float other, int letters)
    {
        var most = Math.Max(turkish, Math.Max(english, other));
        var second = most == turkish ? Math.Max(english, other) : most == english ? Math.Max(turkish, other) : Math.Max(turkish, english);
        if (most < Sure || most - second < Clear || most < 1.5f * second || letters < FewLetters) return Tongue.Unsure;
        return most == turkish ? Tongue.Turkish : most == english ? Tongue.English : Tongue.Other;
    }

    /// <summary>Letters of the Latin script, and those of any other.</summary>
    static (int Latin, int Other) Scripts(string text)
    {
        var (latin, other, seen) = (0, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune) || rune == Rune.ReplacementChar) continue;
            if (rune.Value < 0x250 || rune.Value is >= 0x1E00 and < 0x1F00 or >= 0xFF21 and <= 0xFF5A) latin++;
            else if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.ModifierLetter) other++;
            if (++seen > 4000) break;
        }
        return (latin, other);
    }
}
