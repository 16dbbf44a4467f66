using System.Buffers;

namespace Manset.Moderation.Text;

/// <summary>What a letter is, by itself: its small form in a language, and the bare letter that stands in for it on a foreign keyboard.</summary>
static class Letters
{
    static readonly SearchValues<char> Turkish = SearchValues.Create("çğıöşüÇĞİÖŞÜ");

    public static bool HasTurkish(ReadOnlySpan<char> text) => text.ContainsAny(Turkish);

    public static bool IsTurkish(char letter) => letter is 'ç' or 'ğ' or 'ı' or 'ö' or 'ş' or 'ü' or 'Ç' or 'Ğ' or 'İ' or 'Ö' or 'Ş' or 'Ü';

    public static bool IsLetter(char sign) => sign < 128 ? char.IsAsciiLetter(sign) : char.IsLetter(sign);

    /// <summary>In Turkish <c>I</c> is the capital of <c>ı</c>, and <c>İ</c> of <c>i</c>.</summary>
    public static char LowerTurkish(char letter) => letter switch
    {
        'I' => 'ı',
        'İ' => 'i',
        < (char)128 => char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter,
        _ => char.ToLowerInvariant(letter)
    };

    public static char UpperTurkish(char letter) => letter switch
    {
        'i' => 'İ',
        'ı' => 'I',
        < (char)128 => char.IsAsciiLetterLower(letter) ? (char)(letter & ~0x20) : letter,
        _ => char.ToUpperInvariant(letter)
    };

    public static char LowerEnglish(char letter) => letter == 'İ' ? 'i' : char.ToLowerInvariant(letter);

    public static char Lower(char letter, bool turkish) => turkish ? LowerTurkish(letter) : LowerEnglish(letter);

    public static char Upper(char letter, bool turkish) => turkish ? UpperTurkish(letter) : char.ToUpperInvariant(letter);

    public static string Lower(ReadOnlySpan<char> word, bool turkish)
    {
        var small = word.Length <= 128 ? stackalloc char[word.Length] : new char[word.Length];
        for (var i = 0; i < word.Length; i++) small[i] = Lower(word[i], turkish);
        return new(small);
    }

    /// <summary>The bare small letter: <c>Ş</c> and <c>ş</c> to <c>s</c>, <c>I İ ı i</c> to <c>i</c>, <c>â</c> to <c>a</c>.</summary>
    public static char Fold(char letter) => letter switch
    {
        < (char)128 => char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter,
        'ç' or 'Ç' => 'c',
        'ğ' or 'Ğ' => 'g',
        'ı' or 'İ' or 'î' or 'Î' => 'i',
        'ö' or 'Ö' => 'o',
        'ş' or 'Ş' => 's',
        'ü' or 'Ü' or 'û' or 'Û' => 'u',
        'â' or 'Â' => 'a',
        _ => char.ToLowerInvariant(letter)
    };

    public static string Fold(ReadOnlySpan<char> word) => string.Create(word.Length, word, static (bare, it) =>
    {
        for (var i = 0; i < bare.Length; i++) bare[i] = Fold(it[i]);
    });

    /// <returns>The part of <paramref name="bare"/> that was written.</returns>
    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> word, Span<char> bare)
    {
        for (var i = 0; i < word.Length; i++) bare[i] = Fold(word[i]);
        return bare[..word.Length];
    }

    /// <summary>The letter that a bare small letter may stand for, or <c>\0</c>.</summary>
    public static char Restored(char bare) => bare switch
    {
        'c' => 'ç',
        'g' => 'ğ',
        'i' => 'ı',
        'o' => 'ö',
        's' => 'ş',
        'u' => 'ü',
        _ => '\0'
    };
}
