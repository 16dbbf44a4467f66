using Manset.Ledger;

namespace Manset.Desk;

/// <summary>A story's entries carry what the act touched, so that those who follow need not ask: sections now and before, what it translates.</summary>
public static class StoryEntries
{
    public static Entry Of(Act act, Story story, string by, DateTimeOffset now, string? sectionBefore = null, string? why = null) => Entry.Of(
        act, story.Id, by, now, story.Edition,
        ("section", story.Section),
        ("sectionBefore", sectionBefore == story.Section ? null : sectionBefore),
        ("root", story.Root.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("first", story.FirstPublished == now ? "true" : null),
        ("why", why));
}
