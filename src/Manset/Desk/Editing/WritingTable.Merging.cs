using Manset.Data;
using Manset.Editions;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk.Editing;

/// <param name="HasDraft">The member has typed something that is not saved; what is merged is what is saved.</param>
public sealed record MergeView(Story Story, Edition Edition, WireItem Newer, Merge Merge, bool HasDraft, Refusal? Refusal = null);

public sealed partial class WritingTable
{
    /// <returns>Null when no newer take waits.</returns>
    public async Task<MergeView?> Merge(long id, string by, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (await newsroom.Story(id, stop) is not { Killed: null, Spiked: null } story || await MergeOf(newsroom, story, stop) is not var (newer, merge)) return null;

        var hasDraft = await newsroom.Drafts.AnyAsync(row => row.StoryId == id && row.Member == by, stop);
        return new(story, paper.Edition(story.Edition)!, newer, merge, hasDraft);
    }

    public async Task<bool> Knows(long id, CancellationToken stop) => await desk.Find(id, stop) is not null;

    /// <summary>Saves what these choices make of ours and the newer take.</summary>
    /// <param name="onlyUntouched">Leaves what both have rewritten as it is, and waiting.</param>
    public async Task<Done> Settle(long id, (int Revision, int Take) seen, IReadOnlyDictionary<int, Choice> choices, bool onlyUntouched, string by, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (await newsroom.Story(id, stop) is not { } story) return new(null);
        if (story.NewerTake is { } waiting && waiting != seen.Take) return new(story, new("newer-take"));
        if (story.Latest != seen.Revision) return new(story, new("newer-revision"));
        if (await MergeOf(newsroom, story, stop) is not var (_, merge)) return new(story);
        if (!onlyUntouched && merge.Conflicts.Any(question => !choices.ContainsKey(question.Number))) return new(story, new("unanswered"));

        return await desk.Merge(id, seen, merge.With(choices), settled: !onlyUntouched || !merge.Conflicts.Any(), by, stop);
    }

    static async Task<(WireItem Newer, Merge Merge)?> MergeOf(Newsroom newsroom, Story story, CancellationToken stop)
    {
        if (story is not { NewerTake: { } take, Wire: { } wire, Guid: { } guid }) return null;

        var takes = await newsroom.WireItems.AsNoTracking().Of(wire, guid).Where(item => item.Take == take || item.Take == story.Taken).ToListAsync(stop);
        if (takes.Find(item => item.Take == take) is not { } newer) return null;
        // Where the take that ours began from is kept no longer, whatever differs is for a person to say.
        var old = takes.Find(item => item.Take == story.Taken) is { } taken ? WireCopy.Of(taken) : new();
        return (newer, Editing.Merge.Of(old, story.Copy, WireCopy.Of(newer)));
    }
}
