using System.Globalization;
using System.Xml.Linq;

namespace Manset.Wire;

/// <summary>Our own vocabulary within RSS and Atom: <see cref="Vocabulary.Manset"/>.</summary>
static class Marks
{
    /// <returns>Whether the element is one of ours.</returns>
    public static bool Read(XElement mark, Draft draft)
    {
        var text = mark.Value.Trim();
        switch (Vocabulary.Of(mark.Name))
        {
            case "m:version": if (Whole(text) is >= 1 and { } version) draft.Version = version; break;
            case "m:urgency": if (Whole(text) is >= 1 and <= 8 and { } urgency) draft.Urgency = urgency; break;
            case "m:status": draft.Status = Status(text); break;
            case "m:embargo": if (text.Length > 0) draft.EmbargoUntil(text); break;
            case "m:dateline": draft.Dateline = Prose.Plain(text); break;
            case "m:byline": draft.Byline = Prose.Plain(text); break;
            case "m:slug": draft.Slug = Prose.Plain(text); break;
            case "m:credit": draft.Credit = Prose.Plain(text); break;
            case "m:standfirst": draft.Standfirst = Prose.Plain(text); break;
            case "m:note": draft.Note = Prose.Plain(text); break;
            case "m:corrects": Correct(text, draft); break;
            default: return false;
        }
        return true;
    }

    /// <summary>What was wrong may stand in it: that is the note, unless there is one.</summary>
    static void Correct(string text, Draft draft)
    {
        draft.Corrects = text is not ("false" or "0" or "no");
        if (draft.Corrects && text is not ("" or "true" or "1" or "yes")) draft.Note ??= Prose.Plain(text);
    }

    /// <summary>A status that nobody knows is not a leave to publish.</summary>
    public static WireStatus Status(string word) => word.ToLowerInvariant() switch
    {
        "usable" or "" => WireStatus.Usable,
        "killed" or "kill" or "canceled" or "cancelled" or "withdrawn" => WireStatus.Killed,
        _ => WireStatus.Withheld,
    };

    public static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
