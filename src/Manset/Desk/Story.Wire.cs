using System.Globalization;
using Manset.Editions;
using Manset.Wire;

namespace Manset.Desk;

public sealed partial class Story
{
    public string? Wire { get; private set; }
    public string? Guid { get; private set; }
    /// <summary>The take of the wire item that its copy was last made from.</summary>
    public int? Taken { get; private set; }
    /// <summary>A later take that an editor has not dealt with yet.</summary>
    public int? NewerTake { get; private set; }
    /// <summary>All its words are the agency's: no editor has touched it, so a later take may update it.</summary>
    public bool ByWire { get; private set; }

    /// <summary>The embargo of what an agency withholds: it names no hour, a later take of its must end it.</summary>
    public static readonly DateTimeOffset UntilFurtherNotice = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Story FileFrom(WireItem item, Edition edition, string by, DateTimeOffset now, Story? translationOf = null)
    {
        var story = File(edition, by == item.Wire ? WireCopy.Unseen(item) : WireCopy.Of(item), by, now, translationOf);
        story.Slug = item.Slug;
        story.Wire = item.Wire;
        story.Guid = item.Guid;
        story.Taken = item.Take;
        story.Embargo = item.Embargo;
        story.Urgency = item.Urgency;
        story.ByWire = by == item.Wire;
        story.Bind(item.Licence);
        return story;
    }

    /// <summary>A later take of the item it came from. What an editor has touched keeps its words and is marked; an embargo binds both.</summary>
    /// <param name="endsEmbargo">The embargo it is under now is the agency's own, so this take may move or end it.</param>
    public Refusal? TakeOver(WireItem item, CultureInfo culture, DateTimeOffset now, bool endsEmbargo)
    {
        Bind(item.Licence);
        if (!ByWire)
        {
            NewerTake = item.Take;
            if (item.IsEmbargoed(now) || endsEmbargo) Embargo = item.Embargo;
            return null;
        }

        Embargo = item.Embargo;
        Urgency = item.Urgency;
        Taken = item.Take;
        return Save(WireCopy.Unseen(item), Latest, culture, item.Wire, now);
    }

    /// <summary>Hides it until the agency sends a take that may be used.</summary>
    public void Withhold() => Embargo = UntilFurtherNotice;

    /// <summary>Hidden with its original, until the desk or the original's agency releases it.</summary>
    public bool IsHeld => Embargo == UntilFurtherNotice && Guid is null;

    /// <summary>An editor has saved words of their own, or has dealt with the newer take.</summary>
    public void TouchedByEditor()
    {
        ByWire = false;
        if (NewerTake is { } take) (Taken, NewerTake) = (take, null);
    }
}
