using System.Globalization;

namespace Manset.Wire;

/// <summary>
/// Anadolu Agency's interface for subscribers. A look searches from the last mark, five minutes before it, to now, notes in one
/// transaction all that it found with the new mark, and fetches what is noted, oldest first. So a stop at any moment loses nothing.
/// </summary>
sealed partial class AnadoluSource(WireLine line, Anadolu account, AnadoluApi api, Intake intake, Arrivals arrivals, TimeProvider clock, ILogger<AnadoluSource> logger) : WireSource
{
    const int PageSize = 100, MostPages = 200, AtOnce = 500, MostTriesForPictures = 5;
    /// <summary>How far back a search may reach where the agency does not say.</summary>
    const int UsualArchiveDays = 15;
    static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    IReadOnlyDictionary<string, string>? filters;
    TimeSpan archive;

    public override string Turn => account.Account;

    public override async Task<Look> Look(WireState state, CancellationToken stop)
    {
        if (filters is null && await Begin(stop) is { } unready) return unready;

        var begun = clock.GetUtcNow();
        var (found, fault) = await Search(await arrivals.Mark(stop), begun, stop);
        if (fault is not null) return NotHeard(fault);
        await arrivals.Note(found, begun, begun - archive - TimeSpan.FromDays(1), stop);
        return await Fetch(stop);
    }

    /// <summary>What the filters mean here, and how far back the account may look.</summary>
    async Task<Look?> Begin(CancellationToken stop)
    {
        var (labels, fault) = await api.Labels(stop);
        if (labels is null) return NotHeard(fault!);
        var (fields, unknown) = AnadoluFilters.Of(account, AnadoluReply.Labels(labels.Value));
        if (unknown is not null) return Wire.Look.NotHeard(unknown);

        var (subscription, refused) = await api.Subscription(stop);
        if (refused is { IsOfTheAccount: true }) return NotHeard(refused);
        archive = TimeSpan.FromDays(Math.Clamp(Marks.Whole(subscription?.Word("archive_days")) ?? UsualArchiveDays, 1, 365));
        filters = fields;
        return null;
    }

    async Task<(IReadOnlyList<Arrival> Found, AnadoluFault? Fault)> Search(DateTimeOffset? mark, DateTimeOffset now, CancellationToken stop)
    {
        var since = mark is { } last ? last - Overlap : now - account.Since;
        if (since < now - archive) since = now - archive;
        var form = new Dictionary<string, string>(filters!)
        {
            ["start_date"] = since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["end_date"] = "NOW",
            ["limit"] = PageSize.ToString(CultureInfo.InvariantCulture),
        };
        var found = new Dictionary<string, Arrival>();
        for (int page = 0, offset = 0; page < MostPages; page++)
        {
            form["offset"] = offset.ToString(CultureInfo.InvariantCulture);
            var (data, fault) = await api.Search(form, stop);
            if (data is null) return ([], fault);
            var (items, listed, total) = AnadoluReply.Page(data.Value);
            foreach (var item in items.Where(item => account.Kinds.Contains(item.Type)))
                found[item.Id] = Arrival.Of(line.Name, item.Id, item.Type, item.Group, item.Dated, now);
            offset += listed;
            if (listed == 0 || offset >= (total ?? (listed < PageSize ? offset : int.MaxValue))) return ([.. found.Values], null);
        }
        return ([], new(0, $"A search went on beyond {MostPages} pages."));
    }

    async Task<Look> Fetch(CancellationToken stop)
    {
        var (news, refusal) = (0, (string?)null);
        foreach (var arrival in await arrivals.Due(AtOnce, stop))
        {
            var (taken, fault) = await Take(arrival, stop);
            news += taken.Count(item => item.Outcome is not (Outcome.Repeat or Outcome.Refused));
            if (fault is null) await arrivals.Finish(arrival, stop);
            else
            {
                await arrivals.Later(arrival, stop);
                refusal ??= $"{arrival.Name}: {fault.Said}";
                LogLater(line.Name, arrival.Name, fault.Said);
                // Who is not let in, or comes too often, gains nothing by asking for the next one.
                if (fault.IsOfTheAccount || fault.Code == 429) return new(news, refusal, Heard: !fault.IsOfTheAccount, fault.Wait);
            }
            refusal ??= taken.FirstOrDefault(item => item.Outcome is Outcome.Refused)?.Said;
        }
        return new(news, refusal);
    }

    async Task<(IReadOnlyList<Taken> Taken, AnadoluFault? Fault)> Take(Arrival arrival, CancellationToken stop)
    {
        var (document, fault) = await api.Document(arrival.Name, stop);
        if (document is null) return ([], fault);
        var sent = new Sent(document.Bytes, Source(arrival), document.ContentType, document.FinalAddress);
        var read = intake.Read(sent);
        if (read.Items.Count == 0) return ([], new(502, read.Faults is [var first, ..] ? first.Reason : "There is no item in it."));

        var (series, missing) = arrival is { Series: { } group, Kind: "text" } && !read.Items.Any(item => AnadoluCopy.NamesPictures(item.Dispatch)) ? await Series(group, stop) : ([], null);
        var taken = await intake.Take(line, [sent with { Amend = reading => AnadoluCopy.Complete(reading, account, series) }], stop);
        // The words go out; the pictures are asked for again.
        return (taken[0], arrival.Tries < MostTriesForPictures ? missing : null);
    }

    /// <summary>All pictures of a series, or those that came and why one did not. Their links change by the day, their places in the series do not.</summary>
    async Task<(IReadOnlyList<WirePicture> Pictures, AnadoluFault? Fault)> Series(string group, CancellationToken stop)
    {
        var (links, fault) = await api.Series(group, stop);
        var pictures = new List<WirePicture>();
        for (var place = 0; place < links.Count; place++)
        {
            var (bytes, refused) = await api.Picture(links[place], stop);
            if (bytes is not null) pictures.Add(new(new Uri(account.At($"abone/multitoken/{Anadolu.Escaped(group)}/{account.Picture}"), $"#{place + 1}"), null, line.Agency, null) { Bytes = bytes });
            fault ??= refused;
        }
        return (pictures, fault is { Code: 404 } ? null : fault);
    }

    string Source(Arrival arrival) => account.At($"abone/document/{arrival.Name}/{account.Format}").GetLeftPart(UriPartial.Path);

    static Look NotHeard(AnadoluFault fault) => Wire.Look.NotHeard(fault.Said, fault.Wait);

    [LoggerMessage(LogLevel.Warning, "Wire {Wire}: {Item} did not come whole and is asked for again: {Reason}")] partial void LogLater(string wire, string item, string reason);
}
