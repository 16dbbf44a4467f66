using Manset.Moderation.Language;

namespace Manset.Moderation;

/// <summary>Turkish written on a keyboard without Turkish letters, written as it should be.</summary>
public static class TurkishLetters
{
    /// <summary><c>Bugun hava cok guzel</c> to <c>Bugün hava çok güzel</c>. Addresses, @names, #tags and foreign words stay as they are.</summary>
    public static string Restore(string text) => Restorer.Default.Restore(text);
}
