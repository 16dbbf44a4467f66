using Manset.Moderation.Text;

namespace Manset.Moderation.Rules;

/// <summary>Phone, identity and account numbers, mail addresses, plates and home addresses: nobody's should stand under a story. The suggestion masks them.</summary>
static class PersonalData
{
    public static Rule Rule(HouseRule terms, Explanations say) => reading => reading.PersonalDetails
        .Select(detail => new Finding("personal-data", detail.Start, detail.End, detail.Confidence, say[$"personal-data.{detail.Kind}"], detail.Masked));
}

/// <param name="Kind">As in the explanations: phone, identity, account, mail, plate, address.</param>
readonly record struct PersonalDetail(int Start, int End, string Kind, double Confidence, string Masked)
{
    const int LongestIban = 34;

    public static List<PersonalDetail> In(string text, List<Token> tokens)
    {
        var found = new List<PersonalDetail>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Sort is Sort.Address && token.In(text).IndexOf('@') > 0) found.Add(Hidden(text, token.Start, token.End, "mail", 0.95));
            if (token.Sort is not (Sort.Number or Sort.Mixed or Sort.Word)) continue;

            if (Account(text, token) is { } account) found.Add(account);
            else if (token.Sort is Sort.Number && Digits(text, token) is { } number) found.Add(number);
            else if (Plate(text, tokens, i) is { } plate) found.Add(plate);
            else if (HomeAddress(text, tokens, i) is { } home) found.Add(home);
            else continue;

            while (i + 1 < tokens.Count && tokens[i + 1].Start < found[^1].End) i++;
        }
        return found;
    }

    /// <summary>Letters and digits become stars; what parts them stays.</summary>
    static PersonalDetail Hidden(string text, int start, int end, string kind, double confidence) => new(start, end, kind, confidence,
        string.Create(end - start, text.AsSpan(start, end - start), static (stars, written) =>
        {
            for (var i = 0; i < stars.Length; i++) stars[i] = char.IsLetterOrDigit(written[i]) ? '*' : written[i];
        }));

    /// <summary>A phone or identity number: digits with single spaces, dots, dashes and brackets between.</summary>
    static PersonalDetail? Digits(string text, Token token)
    {
        if (token.Start > 0 && (text[token.Start - 1] is ',' or '.' or '-' or '/' or ':' or '$' or '€' or '₺' or '#' || char.IsDigit(text[token.Start - 1])) && token.Start > 1 && char.IsLetterOrDigit(text[token.Start - 2])) return null;

        Span<char> digits = stackalloc char[16];
        var (count, end, signs) = (0, token.Start, 0);
        for (var i = token.Start; i < text.Length && count < digits.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                digits[count++] = text[i];
                end = i + 1;
                signs = 0;
            }
            else if (text[i] is ' ' or '-' or '.' or '(' or ')' or '/' && ++signs <= 2) continue;
            else break;
        }
        if (end < text.Length && char.IsAsciiDigit(text[end])) return null;

        var plus = token.Start > 0 && text[token.Start - 1] == '+';
        var start = plus || (token.Start > 0 && text[token.Start - 1] == '(') ? token.Start - 1 : token.Start;
        var number = digits[..count];
        if (count == 11 && end - token.Start == 11 && IsIdentity(number)) return Hidden(text, start, end, "identity", 0.95);
        if (plus && count is >= 10 and <= 15) return Hidden(text, start, end, "phone", 0.95);
        if (IsTurkishPhone(number)) return Hidden(text, start, end, "phone", 0.9);
        return null;
    }

    /// <summary>With its area code: 0 5xx, 0 2xx–4xx, 90 and 0090 before them, and 5xx alone.</summary>
    static bool IsTurkishPhone(ReadOnlySpan<char> number)
    {
        if (number.StartsWith("0090")) number = number[4..];
        else if (number.StartsWith("90") && number.Length == 12) number = number[2..];
        else if (number.StartsWith("0") && number.Length == 11) number = number[1..];
        else if (number.Length != 10 || number[0] != '5') return false;
        return number.Length == 10 && (number[0] == '5' ? number[1] is '0' or '3' or '4' or '5' or '6' : number[0] is '2' or '3' or '4' && number[1] is not '0' and not '9') && number[^7] is not '0';
    }

    /// <summary>The tenth and eleventh digits of a Turkish identity number follow from the others.</summary>
    static bool IsIdentity(ReadOnlySpan<char> number)
    {
        if (number[0] == '0') return false;

        var (odd, even) = (0, 0);
        for (var i = 0; i < 9; i++)
            if (i % 2 == 0) odd += number[i] - '0';
            else even += number[i] - '0';
        var tenth = ((odd * 7 - even) % 10 + 10) % 10;
        return tenth == number[9] - '0' && (odd + even + tenth) % 10 == number[10] - '0';
    }

    /// <summary>An IBAN whose remainder by 97 is 1.</summary>
    static PersonalDetail? Account(string text, Token token)
    {
        if (token.Length < 2 || !char.IsAsciiLetter(text[token.Start]) || !char.IsAsciiLetter(text[token.Start + 1])) return null;

        Span<char> signs = stackalloc char[LongestIban];
        var (count, end) = (0, token.Start);
        for (var i = token.Start; i < text.Length && count < LongestIban; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
            {
                signs[count++] = char.ToUpperInvariant(text[i]);
                if (count is 3 or 4 && !char.IsAsciiDigit(signs[count - 1])) return null;
                end = i + 1;
                if (count == 26 && signs[0] == 'T' && signs[1] == 'R') break;
            }
            else if (text[i] is ' ' or '-' && i > token.Start && text[i - 1] is not (' ' or '-')) continue;
            else break;
        }
        while (count >= 15)
        {
            if (IsIban(signs[..count])) return Hidden(text, token.Start, end, "account", 0.98);

            // Words behind the number are no part of it.
            var space = text.LastIndexOf(' ', end - 1, end - token.Start);
            if (space < 0) break;
            count -= end - space - 1;
            end = space;
        }
        return null;
    }

    static bool IsIban(ReadOnlySpan<char> signs)
    {
        var rest = 0;
        for (var i = 0; i < signs.Length; i++)
        {
            var sign = signs[(i + 4) % signs.Length];
            rest = char.IsAsciiDigit(sign) ? (rest * 10 + sign - '0') % 97 : (rest * 100 + sign - 'A' + 10) % 97;
        }
        return rest == 1;
    }

    /// <summary><c>34 ABC 123</c>: a province, one to three letters, two to five digits.</summary>
    static PersonalDetail? Plate(string text, List<Token> tokens, int at)
    {
        var start = tokens[at].Start;
        var i = start;
        var province = Run(text, ref i, char.IsAsciiDigit);
        if (province != 2 || int.Parse(text.AsSpan(start, 2), System.Globalization.CultureInfo.InvariantCulture) is < 1 or > 81) return null;

        var parted = i < text.Length && text[i] == ' ';
        if (parted) i++;
        var from = i;
        var letters = Run(text, ref i, static sign => sign is >= 'A' and <= 'Z' and not ('Q' or 'W' or 'X'));
        if (letters is < 1 or > 3) return null;

        if (i < text.Length && text[i] == ' ') i++;
        else if (parted) return null;
        var number = Run(text, ref i, char.IsAsciiDigit);
        var fits = letters == 1 ? number is 4 or 5 : letters == 2 ? number is 3 or 4 : number is 2 or 3;
        var isAcronym = text.AsSpan(from, letters) is "TL" or "KM" or "KG" or "USD" or "M";
        return fits && !isAcronym && (i == text.Length || !char.IsLetterOrDigit(text[i])) ? Hidden(text, start, i, "plate", 0.6) : null;
    }

    static int Run(string text, ref int at, Func<char, bool> fits)
    {
        var start = at;
        while (at < text.Length && fits(text[at])) at++;
        return at - start;
    }

    /// <summary>A quarter or a street with the number of the house: <c>Atatürk Mah. Gül Sok. No: 5</c>.</summary>
    static PersonalDetail? HomeAddress(string text, List<Token> tokens, int at)
    {
        if (!IsStreet(tokens[at].In(text)) || at == 0 || tokens[at - 1].Sort is not (Sort.Word or Sort.Number or Sort.Mixed)) return null;

        for (var i = at + 1; i < tokens.Count && i < at + 14; i++)
        {
            if (tokens[i].Sort is not Sort.Word || !tokens[i].In(text).Equals("no", StringComparison.OrdinalIgnoreCase)) continue;

            var last = i + 1;
            while (last < tokens.Count && last < i + 4 && tokens[last].Sort is Sort.Sign && text[tokens[last].Start] is ':' or '.') last++;
            if (last >= tokens.Count || tokens[last].Sort is not (Sort.Number or Sort.Mixed)) continue;

            var first = at - 1;
            while (first > 0 && at - first < 3 && tokens[first - 1].Sort is Sort.Word && char.IsUpper(text[tokens[first - 1].Start]) && !text.AsSpan(tokens[first - 1].Start).StartsWith("adres", StringComparison.OrdinalIgnoreCase)) first--;
            return Hidden(text, tokens[first].Start, tokens[last].End, "address", 0.85);
        }
        return null;
    }

    static bool IsStreet(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 12) return false;
        foreach (var street in (ReadOnlySpan<string>)["mah", "mh", "mahallesi", "sok", "sk", "sokak", "sokağı", "cad", "cd", "cadde", "caddesi", "bulvarı", "blv", "apt", "apartmanı", "sitesi"])
            if (word.Equals(street, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
