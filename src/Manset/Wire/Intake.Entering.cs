using Manset.Data;
using Manset.Editions;
using Manset.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Manset.Wire;

public sealed partial class Intake
{
    /// <param name="settled">Documents of which all is decided after this: what was refused of them is entered in the same transaction.</param>
    async Task Enter(WireLine line, List<ReadItem> items, IReadOnlyList<ReadDocument> settled, Dictionary<Uri, Brought> fetched, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        if (items.Count > 0) await Enter(newsroom, line, items, fetched, stop);
        if (settled.Count > 0) await quarantine.Enter(newsroom, line.Name, settled, clock.GetUtcNow(), stop);
        await newsroom.SaveChangesAsync(stop);
    }

    async Task Enter(Newsroom newsroom, WireLine line, List<ReadItem> items, Dictionary<Uri, Brought> fetched, CancellationToken stop)
    {
        var threads = await Threads(newsroom, line, items, stop);
        var deliveries = new Deliveries(newsroom, line.Name, clock);
        var asked = clock.GetUtcNow();
        var news = items.Where(item => !IsKnown(item, threads[item.Dispatch.Guid], line, asked)).ToHashSet<ReadItem>(ReferenceEqualityComparer.Instance);
        await deliveries.Recall([.. news.Select(item => item.Document).Distinct()], stop);
        await pictures.Fetch(line, news.SelectMany(item => item.Dispatch.Pictures), fetched, stop);

        var (now, came) = (clock.GetUtcNow(), new List<WireItem>());
        var id = news.Count == 0 ? 0 : Ids.Next(newsroom, nameof(WireItem), news.Count);
        foreach (var item in items)
        {
            var thread = threads[item.Dispatch.Guid];
            if (!news.Contains(item) || IsKnown(item, thread, line, asked)) item.Become(Outcome.Repeat);
            else if (paper.EditionOf(line.Edition, item.Dispatch.Language) is not { } edition) item.Refuse(NoEdition(line, item.Dispatch));
            else
            {
                var kept = Of(line, item, edition, deliveries.Of(item.Document), fetched, now, id++);
                came.Add(kept);
                item.Become(Add(newsroom, line, item, kept, thread, fetched, now));
            }
        }
        deliveries.Add();
        newsroom.AddMany(came);
    }

    /// <summary>It is here, or was and has been let go of.</summary>
    static bool IsKnown(ReadItem item, List<WireItem> thread, WireLine line, DateTimeOffset now) =>
        thread.Exists(other => other.Fingerprint == item.Fingerprint) || (thread.Count == 0 && line.HasLetGo(item.Dispatch.Sent, now));

    static WireItem Of(WireLine line, ReadItem read, Edition edition, long delivery, Dictionary<Uri, Brought> fetched, DateTimeOffset now, long id)
    {
        var dispatch = read.Dispatch;
        var section = Subjects.SectionOf(dispatch.Subjects, dispatch.Keywords, edition) ?? edition.SectionNamed(line.Section)?.Key ?? edition.Sections[0].Key;
        var pictures = dispatch.Pictures.Select(picture =>
            new ItemPicture(picture.Address.ToString(), picture.Caption, picture.Credit, picture.Alt, fetched.GetValueOrDefault(picture.Address).Id) { Renditions = picture.Renditions }).ToList();
        return WireItem.Of(dispatch, line with { Agency = line.Agency ?? read.Source }, edition.Code, section, pictures, delivery, read.Fingerprint, now, read.Folded, id);
    }

    static Outcome Add(Newsroom newsroom, WireLine line, ReadItem read, WireItem item, List<WireItem> thread, Dictionary<Uri, Brought> fetched, DateTimeOffset now)
    {
        newsroom.LatePictures.AddRange(read.Dispatch.Pictures.Select(picture => picture.Address).Distinct()
            .Where(address => fetched.GetValueOrDefault(address).MayCome).Select(address => LatePicture.Of(item, address, now)));
        var outcome = OutcomeOf(item, thread, item.Follow(thread), now);
        if (item.Newest) newsroom.Ledger.Add(Entry.Of(Act.Received, item.Id, line.Name, item.Received, item.Edition));
        thread.Add(item);
        return outcome;
    }

    /// <summary>All takes that are known of these items, by guid.</summary>
    static async Task<Dictionary<string, List<WireItem>>> Threads(Newsroom newsroom, WireLine line, List<ReadItem> items, CancellationToken stop)
    {
        var guids = items.Select(item => item.Dispatch.Guid).Distinct().ToList();
        var known = await newsroom.WireItems.Where(item => item.Wire == line.Name && guids.Contains(item.Guid)).ToListAsync(stop);
        var byGuid = known.ToLookup(item => item.Guid);
        return guids.ToDictionary(guid => guid, guid => byGuid[guid].ToList());
    }

    static Outcome OutcomeOf(WireItem item, List<WireItem> earlier, bool newest, DateTimeOffset now) =>
        item.IsWithdrawn || (!newest && earlier.Any(other => other.Status is WireStatus.Killed)) ? Outcome.Killed
        : item.IsEmbargoed(now) ? Outcome.Embargoed
        : earlier.Count > 0 ? Outcome.Take
        : Outcome.New;

    static string NoEdition(WireLine line, Dispatch dispatch) => line.Edition is { } named
        ? $"There is no edition '{named}'."
        : $"No edition takes copy in the language '{dispatch.Language}'.";
}
