using Manset.Data;
using Manset.Desk.Recalls;
using Manset.Desk.Shares;
using Manset.Editions;
using Manset.Pictures;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Manset.Desk.Editing;

/// <summary>What came of a form: the story as it is kept now, or what stood in the way and the form to show again.</summary>
public sealed record Written(Story? Story, EditorForm Form, Refusal? Refusal = null, IReadOnlyDictionary<string, string>? Faults = null)
{
    public bool IsKept => Story is not null && Refusal is null && Faults is null;
}

/// <summary>What lies before someone who edits a story, and what becomes of what they type: nothing of it is lost on any way.</summary>
public sealed partial class WritingTable(IDbContextFactory<Newsroom> newsrooms, Newsdesk desk, PictureStore pictures, Paper paper, IOptionsMonitor<Wires> wires, TimeProvider clock)
{
    /// <summary>Saves a form as a new revision. When someone else was first, it stays as a draft.</summary>
    public async Task<Written> Save(long id, EditorForm sent, string by, CancellationToken stop)
    {
        if (await desk.Find(id, stop) is not { } story) return new(null, sent);

        var edition = paper.Edition(story.Edition)!;
        var (form, faults) = await TakePicture(sent, sent.Faults(edition), stop);
        if (faults.Count > 0) return new(story, form, Faults: faults);

        var copy = form.Story(edition);
        // An agency's embargo is not ours to move; our own, taken away, ends now.
        if (story.Wire is not null || form.Leaves(story.Embargo, edition)) copy = copy with { Embargo = null };
        else if (form.Embargo.Length == 0 && story.Embargo > clock.GetUtcNow()) copy = copy with { Embargo = clock.GetUtcNow() };

        var done = await desk.Save(id, form.Seen, copy, by, stop);
        // Whoever was first said the very same: a form sent twice is no conflict.
        var saidAlready = done is { Refusal.Code: "newer-revision", Story: { } first } && first.Copy.Says(copy.Copy(edition));
        if (done.Refusal is { } refusal && !saidAlready)
        {
            if (refusal.Code == "newer-revision") await Keep(id, form, by, stop);
            return new(done.Story, form, refusal);
        }
        await Drop(id, by, stop);
        return new(done.Story, form);
    }

    public async Task<Written> File(EditorForm sent, string by, CancellationToken stop)
    {
        if (paper.Edition(sent.Edition) is not { } edition) return new(null, sent, Faults: new Dictionary<string, string> { ["edition"] = "desk.fault.edition" });

        var (form, faults) = await TakePicture(sent, sent.Faults(edition), stop);
        if (faults.Count > 0) return new(null, form, Faults: faults);

        var done = await desk.File(edition, form.Story(edition), by, stop);
        return new(done.Story, form, done.Refusal);
    }

    async Task<(EditorForm, IReadOnlyDictionary<string, string>)> TakePicture(EditorForm form, IReadOnlyDictionary<string, string> faults, CancellationToken stop)
    {
        if (form.Upload is not { } upload || faults.ContainsKey("upload")) return (form, faults);

        using var bytes = new MemoryStream((int)upload.Length);
        await upload.CopyToAsync(bytes, stop);
        var (picture, _) = await pictures.Keep(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), stop);
        return picture is not null
            ? (form with { PictureId = picture.Id, WithoutPicture = false, Upload = null }, faults)
            : (form, new Dictionary<string, string>(faults) { ["upload"] = "desk.fault.picture" });
    }

    /// <summary>The editor as it opens: with the member's own draft where one was left.</summary>
    public async Task<EditorView?> Open(long id, string by, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (await newsroom.Story(id, stop) is not { } story) return null;

        var edition = paper.Edition(story.Edition)!;
        var draft = await newsroom.Drafts.AsNoTracking().FirstOrDefaultAsync(row => row.StoryId == id && row.Member == by, stop);
        if (draft?.Copy.Says(story.Copy) is true && draft.Embargo == story.Embargo) draft = null;
        var form = draft is null
            ? EditorForm.Of(story.Copy, story.Latest, edition, story.Embargo)
            : EditorForm.Of(draft.Copy, draft.Revision, edition, draft.Embargo);
        var view = await Around(newsroom, story, form, by, stop);
        return view with { Draft = draft, Form = form with { Note = view.ProposedNote } };
    }

    /// <summary>The editor with what was typed and why it was not taken.</summary>
    public async Task<EditorView> Again(Written written, string by, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        return (await Around(newsroom, written.Story!, written.Form, by, stop)) with { Refusal = written.Refusal, Faults = written.Faults ?? EditorView.NoFaults };
    }

    /// <summary>What was typed beside what someone else had saved first.</summary>
    public ConflictView Conflict(Written written)
    {
        var (story, edition) = (written.Story!, paper.Edition(written.Story!.Edition)!);
        return new(story, edition, written.Form, written.Form.Story(edition).Copy(edition), story.Revisions.Single(revision => revision.Number == story.Latest));
    }

    async Task<EditorView> Around(Newsroom newsroom, Story story, EditorForm form, string by, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var lately = now - EditorView.Lately;
        var takes = story is { Wire: { } wire, Guid: { } guid }
            ? await newsroom.WireItems.AsNoTracking().Of(wire, guid).Where(item => item.Take == story.NewerTake || item.Take == story.Taken).ToListAsync(stop)
            : [];
        return new()
        {
            Story = story,
            Edition = paper.Edition(story.Edition)!,
            Form = form,
            Now = now,
            Receipts = await newsroom.ReceiptsOf(story.Id, stop),
            Others = await newsroom.Drafts.Where(row => row.StoryId == story.Id && row.Member != by && row.At > lately).Select(row => row.Member).ToListAsync(stop),
            Share = (await newsroom.KeptShares.FindAsync([story.Id], stop))?.Percent,
            Taken = takes.Find(item => item.Take == story.Taken),
            Newer = takes.Find(item => item.Take == story.NewerTake),
            Licence = story.Licence.And(wires.CurrentValue.LicenceOf(story.Copy.Sources)),
            Leads = await newsroom.Leads.AnyAsync(lead => lead.StoryId == story.Id && lead.Section == "", stop),
            WireItem = await newsroom.WireItems.Where(item => item.Wire == story.Wire && item.Guid == story.Guid).Select(item => (long?)item.Id).FirstOrDefaultAsync(stop),
        };
    }
}
