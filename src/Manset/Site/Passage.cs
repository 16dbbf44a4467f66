using Manset.Copy;
using Manset.Looks;

namespace Manset.Site;

/// <summary>Marks in a text the words that begin with what was searched for, whatever their case or letters.</summary>
public static class Passage
{
    public static IReadOnlyList<Stretch> Of(string text, IReadOnlyList<string> folded)
    {
        var stretches = new List<Stretch>();
        var plainFrom = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at])) { at++; continue; }
            var end = at;
            while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
            var word = Folding.Of(text[at..end]);
            if (folded.Any(asked => word.StartsWith(asked, StringComparison.Ordinal)))
            {
                if (at > plainFrom) stretches.Add(new(text[plainFrom..at], false));
                stretches.Add(new(text[at..end], true));
                plainFrom = end;
            }
            at = end;
        }
        if (stretches.Count > 0 && plainFrom < text.Length) stretches.Add(new(text[plainFrom..], false));
        return stretches;
    }
}
