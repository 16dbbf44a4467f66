using System.Collections.Frozen;

namespace Manset.Moderation.Spelling;

/// <summary>The little words that are written apart although they sound like suffixes.</summary>
static class Clitics
{
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Questions =
        ((string[])["mı", "mi", "mu", "mü"]).SelectMany(mi => ((string[])["", "yım", "yim", "yum", "yüm", "sın", "sin", "sun", "sün", "yız", "yiz", "yuz", "yüz",
            "sınız", "siniz", "sunuz", "sünüz", "ydı", "ydi", "ydu", "ydü", "ymış", "ymiş", "ymuş", "ymüş", "dır", "dir", "dur", "dür", "lar", "ler"]).Select(rest => mi + rest))
        .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsQuestion(ReadOnlySpan<char> small) => Questions.Contains(small);
}
