using Manset.Data;
using Manset.Editions;
using Manset.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Manset.Wire;

public sealed partial class Intake
{
    /// <summary>An item on its way in, and what became of it.</summary>
    sealed record ReadItem(Sent Document, Dispatch Dispatch, string? Source)
    {
        public string Fingerprint { get; } = WireItem.FingerprintOf(Dispatch);
        public Taken? Became { get; private set; }

        public void Become(Outcome outcome, string? error = null) => Became = new(Dispatch.Guid, Dispatch.Version, Dispatch.Status, outcome, error);

        public void Refuse(string why) => Become(Outcome.Refused, why);
    }

    async Task Enter(WireLine line, IReadOnlyList<ReadItem> items, Dictionary<Uri, Brought> fetched, CancellationToken stop)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        var threads = await Threads(newsroom, line, items, stop);
        var deliveries = new Deliveries(newsroom, line.Name, clock);
        await deliveries.Recall(items.Select(item => item.Document), stop);
        var now = clock.GetUtcNow();
        var news = items.Where(item => !IsKnown(item, threads[item.Dispatch.Guid], line, now));
        await pictures.Fetch(line, news.SelectMany(item => item.Dispatch.Pictures), fetched, stop);

        foreach (var item in items)
        {
            var thread = threads[item.Dispatch.Guid];
            if (IsKnown(item, thread, line, now)) item.Become(Outcome.Repeat);
            else if (paper.EditionOf(line.Edition, item.Dispatch.Language) is not { } edition) item.Refuse(NoEdition(line, item.Dispatch));
            else item.Become(Add(newsroom, line, item, edition, thread, deliveries.Of(item.Document), fetched, now));
        }
        await newsroom.SaveChangesAsync(stop);
    }

    /// <summary>It is here, or was and has been let go of.</summary>
    static bool IsKnown(ReadItem item, List<WireItem> thread, WireLine line, DateTimeOffset now) =>
        thread.Exists(other => other.Fingerprint == item.Fingerprint) || (thread.Count == 0 && line.HasLetGo(item.Dispatch.Sent, now));

    static Outcome Add(
        Newsroom newsroom, WireLine line, ReadItem read, Edition edition, List<WireItem> thread, Delivery delivery, Dictionary<Uri, Brought> fetched, DateTimeOffset now)
    {
        var dispatch = read.Dispatch;
        var section = Subjects.SectionOf(dispatch.Subjects, dispatch.Keywords, edition) ?? edition.SectionNamed(line.Section)?.Key ?? edition.Sections[0].Key;
        var pictures = dispatch.Pictures.Select(picture =>
            new ItemPicture(picture.Address.ToString(), picture.Caption, picture.Credit, picture.Alt, fetched.GetValueOrDefault(picture.Address).Id) { Renditions = picture.Renditions }).ToList();
        var item = WireItem.Of(dispatch, line with { Agency = line.Agency ?? read.Source }, edition.Code, section, pictures, delivery.Id, read.Fingerprint, now);
        newsroom.WireItems.Add(item);
        newsroom.LatePictures.AddRange(dispatch.Pictures.Select(picture => picture.Address).Distinct()
            .Where(address => fetched.GetValueOrDefault(address).MayCome).Select(address => LatePicture.Of(item, address, now)));
        var outcome = OutcomeOf(item, thread, item.Follow(thread), now);
        if (item.Newest) newsroom.Ledger.Add(Entry.Of(Act.Received, item.Id, line.Name, item.Received, edition.Code));
        thread.Add(item);
        return outcome;
    }

    /// <summary>All takes that are known of these items, by guid.</summary>
    static async Task<Dictionary<string, List<WireItem>>> Threads(Newsroom newsroom, WireLine line, IReadOnlyList<ReadItem> items, CancellationToken stop)
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
