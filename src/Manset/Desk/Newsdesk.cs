using Manset.Data;
using Manset.Editions;
using Manset.Ledger;
using Manset.Pictures;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Manset.Desk;

/// <summary>What came of an act: the story, or why not. Neither, when there is no such story.</summary>
public sealed record Done(Story? Story, Refusal? Refusal = null);

/// <summary>The acts of the desk, for its pages and for programs alike: each is one transaction that writes the row and the ledger's entry.</summary>
public sealed partial class Newsdesk(IDbContextFactory<Newsroom> newsrooms, Paper paper, IOptionsMonitor<Wires> wires, TimeProvider clock)
{
    public async Task<Story?> Find(long id, CancellationToken stop = default)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        return await newsroom.Story(id, stop);
    }

    public async Task<Done> File(Edition edition, StoryForm form, string by, CancellationToken stop = default)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        var original = form.TranslationOf is { } id ? await newsroom.Story(id, stop) : null;
        if (form.TranslationOf is not null && original is null) return new(null, new("no-original"));
        if (original is { Killed: not null } or { Spiked: not null }) return new(null, new("original-withdrawn"));
        if (form.Picture is { } picture && !await IsKept(picture, stop)) return new(null, new("no-picture"));

        var now = clock.GetUtcNow();
        var story = Story.File(edition, form.Copy(edition), by, now, original);
        // What is under an embargo is so in every language.
        story.EmbargoUntil(original?.Embargo > form.Embargo || form.Embargo is null ? original?.Embargo ?? form.Embargo : form.Embargo);
        return await Enter(newsroom, story, by, now, stop);
    }

    /// <param name="seen">The revision that the writer had before them.</param>
    public async Task<Done> Save(long id, int seen, StoryForm form, string by, CancellationToken stop = default) =>
        form.Picture is { } picture && !await IsKept(picture, stop) ? new(await Find(id, stop), new("no-picture")) : await SaveCopy(id, seen, form, by, stop);

    Task<Done> SaveCopy(long id, int seen, StoryForm form, string by, CancellationToken stop) => Act(id, (story, newsroom, now) =>
    {
        var (edition, latest) = (paper.Edition(story.Edition)!, story.Latest);
        if (story.Save(form.Copy(edition), seen, edition.CultureInfo, by, now) is { } refusal) return refusal;

        if (story.Live is null && story.ByWire is false) story.EmbargoUntil(form.Embargo ?? story.Embargo);
        story.TouchedByEditor();
        if (story.Latest != latest) newsroom.Ledger.Add(StoryEntries.Of(Ledger.Act.Saved, story, by, now));
        return null;
    }, stop);

    public Task<Done> Publish(long id, string by, string? overriding = null, CancellationToken stop = default) => Act(id, (story, newsroom, now) =>
    {
        // The same publication again is the same publication: no new stamp.
        if (story is { Killed: null, Live: { } live } && live == story.Latest) return null;

        var before = story.Section;
        story.Bind(wires.CurrentValue.LicenceOf(story.Copy.Sources));
        if (story.Publish(by, now, overriding) is { } refusal) return refusal;

        newsroom.Ledger.Add(StoryEntries.Of(Ledger.Act.Published, story, by, now, before));
        return null;
    }, stop);

    public Task<Done> Correct(long id, string note, string by, string? overriding = null, CancellationToken stop = default) => Act(id, (story, newsroom, now) =>
    {
        var before = story.Section;
        story.Bind(wires.CurrentValue.LicenceOf(story.Copy.Sources));
        if (story.Correct(note, by, now, overriding) is { } refusal) return refusal;

        newsroom.Ledger.Add(StoryEntries.Of(Ledger.Act.Corrected, story, by, now, before));
        return null;
    }, stop);

    public Task<Done> Kill(long id, string why, string by, CancellationToken stop = default) => Act(id, (story, newsroom, now) =>
    {
        if (story.Killed is not null) return null;
        if (story.Kill(why, by, now) is { } refusal) return refusal;

        newsroom.Ledger.Add(StoryEntries.Of(Ledger.Act.Killed, story, by, now, why: why));
        return null;
    }, stop);

    public Task<Done> Spike(long id, string by, CancellationToken stop = default) => Act(id, (story, newsroom, now) =>
    {
        if (story.Spiked is not null) return null;
        if (story.Spike(by, now) is { } refusal) return refusal;

        newsroom.Ledger.Add(StoryEntries.Of(Ledger.Act.Spiked, story, by, now));
        return null;
    }, stop);

    /// <summary>Makes a live story the one that opens its edition's front.</summary>
    public async Task<Done> MakeLead(long id, string by, CancellationToken stop = default)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (await newsroom.Story(id, stop) is not { } story) return new(null);
        if (story is not { Live: not null, Killed: null }) return new(story, new("unpublished"));

        var now = clock.GetUtcNow();
        if (await newsroom.Leads.FindAsync([story.Edition, ""], stop) is { } lead) (lead.StoryId, lead.By, lead.At) = (id, by, now);
        else newsroom.Leads.Add(new() { Edition = story.Edition, Section = "", StoryId = id, By = by, At = now });
        newsroom.Ledger.Add(Entry.Of(Ledger.Act.Led, id, by, now, story.Edition, ("section", "")));
        await newsroom.SaveChangesAsync(stop);
        return new(story);
    }

    async Task<bool> IsKept(StoryPicture picture, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        return await newsroom.Pictures.AnyAsync(row => row.Id == picture.Id, stop);
    }

    static async Task<Done> Enter(Newsroom newsroom, Story story, string by, DateTimeOffset now, CancellationToken stop)
    {
        newsroom.Stories.Add(story);
        newsroom.Ledger.Add(StoryEntries.Of(Ledger.Act.Filed, story, by, now));
        await newsroom.SaveChangesAsync(stop);
        return new(story);
    }

    async Task<Done> Act(long id, Func<Story, Newsroom, DateTimeOffset, Refusal?> act, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (await newsroom.Story(id, stop) is not { } story) return new(null);
        if (act(story, newsroom, clock.GetUtcNow()) is { } refusal) return new(story, refusal);

        try
        {
            await newsroom.SaveChangesAsync(stop);
            return new(story);
        }
        catch (DbUpdateException)
        {
            // Someone acted on it in the same moment; what they did stands, and is what the refusal shows.
            await using var again = await newsrooms.CreateDbContextAsync(stop);
            return new(await again.Story(id, stop), new("newer-revision"));
        }
    }
}
