using Manset.Copy;
using Manset.Data;
using Manset.Wire;
using Manset.Wire.Clusters;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk.Shares;

/// <summary>How much of a story is agency copy, and which words are whose.</summary>
public sealed record WireShare(IReadOnlyList<SharedField> Fields, IReadOnlyList<ShareOf> Sources)
{
    const int MostTakes = 20, MostCompanions = 20;

    public int Words => Fields.Sum(part => part.Words);
    public int Taken => Sources.Sum(source => source.Words);
    public int Percent => PercentOf(Taken, Words);

    public static int PercentOf(int taken, int words) => words == 0 ? 0 : (int)Math.Round(100.0 * taken / words, MidpointRounding.AwayFromZero);

    /// <summary>Pure: the copy beside what each agency sent.</summary>
    public static WireShare Of(StoryCopy copy, IReadOnlyList<(string Agency, IReadOnlyList<string> Texts)> sources)
    {
        (string Name, string Text)[] fields = [("headline", copy.Headline), ("standfirst", copy.Standfirst), ("body", CanonicalHtml.Text(copy.Body))];
        var found = SharedRuns.Of([.. fields.Select(field => field.Text)], [.. sources.Select(source => source.Texts)]);
        var shared = fields.Zip(found, (field, runs) => new SharedField(field.Name, field.Text, runs.Words, runs.Runs)).Where(field => field.Text.Length > 0).ToList();
        var taken = shared.SelectMany(field => field.Runs).GroupBy(run => run.Source).ToDictionary(group => group.Key, group => group.Sum(run => run.Words));
        return new(shared, [.. sources.Select((source, number) => new ShareOf(number, source.Agency, taken.GetValueOrDefault(number)))]);
    }

    /// <summary>A story beside all takes of the item it was made from, and what other agencies sent of the same event in its language.</summary>
    public static async Task<WireShare> Of(Story story, StoryCopy copy, Newsroom newsroom, CancellationToken stop)
    {
        if (story is not { Wire: { } wire, Guid: { } guid }) return Of(copy, []);

        var own = await newsroom.WireItems.AsNoTracking().Of(wire, guid).OrderByDescending(item => item.Take).Take(MostTakes).ToListAsync(stop);
        var cluster = await newsroom.Companions.Where(row => row.Wire == wire && row.Guid == guid).Select(row => row.Cluster).FirstOrDefaultAsync(stop);
        var beside = newsroom.Companions.Where(row => cluster != null && row.Cluster == cluster && !(row.Wire == wire && row.Guid == guid)).Select(row => row.Newest);
        var others = await newsroom.WireItems.AsNoTracking().Where(item => beside.Contains(item.Id) && item.Edition == story.Edition)
            .OrderBy(item => item.Received).ThenBy(item => item.Id).Take(MostCompanions).ToListAsync(stop);
        return Of(copy, [.. own.Concat(others).GroupBy(item => item.Credit ?? item.Wire).Select(agency => (agency.Key, (IReadOnlyList<string>)[.. agency.SelectMany(TextsOf)]))]);
    }

    static IEnumerable<string> TextsOf(WireItem item) => [item.Headline, item.Standfirst ?? "", CanonicalHtml.Text(item.Body)];
}

/// <param name="Name">As the word files name it: <c>headline</c>.</param>
public sealed record SharedField(string Name, string Text, int Words, IReadOnlyList<SharedRun> Runs);

/// <param name="Words">How many of the story's words are this agency's.</param>
public sealed record ShareOf(int Number, string Agency, int Words);
