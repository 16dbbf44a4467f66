using System.Globalization;

namespace ClusterBench;

/// <summary>What other agencies do with a text before they send it on.</summary>
static class Rewriting
{
    public static IEnumerable<(string Name, Func<Piece, Piece> Of)> All =>
    [
        ("cut to its first half", piece => Again(piece, Joined(Sentences(piece.Text).Take((Sentences(piece.Text).Count + 1) / 2)))),
        ("every third sentence dropped", piece => Again(piece, Joined(Sentences(piece.Text).Where((_, at) => at % 3 != 2)))),
        ("sentences in another order", piece => Again(piece, Joined(Sentences(piece.Text).Skip(1).Append(Sentences(piece.Text)[0])))),
        ("capitals, quotes and a new headline", piece => Again(piece, Dressed(piece), "Son dakika gelişmesi")),
        ("every eighth word another", piece => Again(piece, string.Join(' ', piece.Text.Split(' ').Select((word, at) => at % 8 == 7 ? "böylece" : word)))),
        ("every fifth word another", piece => Again(piece, string.Join(' ', piece.Text.Split(' ').Select((word, at) => at % 5 == 4 ? "böylece" : word)))),
    ];

    static Piece Again(Piece piece, string text, string? headline = null) => new($"{piece.Id}/again", piece.Event, piece.Language, headline ?? piece.Headline, text, piece.At);

    static string Dressed(Piece piece) =>
        piece.Text.ToUpper(CultureInfo.GetCultureInfo(piece.Language)).Replace('\'', '’').Replace('"', '“').Replace(", ", " – ", StringComparison.Ordinal);

    static List<string> Sentences(string text) => [.. text.Split(". ").Where(sentence => sentence.Length > 0)];

    static string Joined(IEnumerable<string> sentences) => string.Join(". ", sentences);
}
