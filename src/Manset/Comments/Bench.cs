using System.Collections.Concurrent;
using System.Text.Json;
using Manset.Data;
using Manset.Editions;
using Manset.Moderation;

namespace Manset.Comments;

/// <summary>
/// Where comments are judged: a judge for each edition, under its house rules. A judge that fails holds: nothing is published
/// unjudged and nothing is lost.
/// </summary>
public sealed partial class Bench(DataFolder folder, ILogger<Bench> logger)
{
    readonly ConcurrentDictionary<string, Sitting> sittings = [];
    readonly Lock opening = new();

    /// <summary>The rules as they are written: the paper's own from <c>house-rules/tr.json</c> in the data folder, else those that come with the program.</summary>
    public HouseRules RulesOf(string edition)
    {
        var own = FileOf(edition);
        return own.Exists ? HouseRules.Parse(File.ReadAllText(own.FullName)) : HouseRules.Default(edition);
    }

    public Verdict Judge(Edition edition, Remark remark)
    {
        try
        {
            if (SittingOf(edition).Judge is { } judge) return judge.Weigh(remark);
        }
        catch (Exception fault)
        {
            LogFailed(fault, edition.Code);
        }
        return new(Decision.Hold, new Dictionary<string, double>(), [], null, "none");
    }

    /// <summary>What the edition's judge goes by, and what is wrong with what is written since.</summary>
    public RulesInForce InForce(Edition edition) => SittingOf(edition).Rules;

    /// <summary>Rules that were edited take effect with the next comment; those that cannot be read do not.</summary>
    Sitting SittingOf(Edition edition)
    {
        var stamp = Stamp(edition.Code);
        if (sittings.TryGetValue(edition.Code, out var sitting) && sitting.Stamp == stamp) return sitting;

        lock (opening)
        {
            if (sittings.TryGetValue(edition.Code, out sitting) && sitting.Stamp == stamp) return sitting;

            return sittings[edition.Code] = Open(edition.Code, stamp, sitting);
        }
    }

    Sitting Open(string edition, (DateTime, long) stamp, Sitting? before)
    {
        try
        {
            var rules = RulesOf(edition);
            var judge = Manset.Moderation.Judge.For(rules);
            LogTookEffect(edition, rules.Version);
            return new(stamp, new(rules, null), judge);
        }
        catch (Exception fault) when (fault is FormatException or JsonException or IOException or UnauthorizedAccessException)
        {
            LogUnreadable(fault, edition, before?.Rules.Rules?.Version ?? "none");
            return new(stamp, new(before?.Rules.Rules, fault.Message), before?.Judge);
        }
    }

    (DateTime, long) Stamp(string edition) => FileOf(edition) is { Exists: true } own ? (own.LastWriteTimeUtc, own.Length) : default;

    FileInfo FileOf(string edition) => new(Path.Combine(folder.HouseRules, $"{edition}.json"));

    /// <param name="Stamp">Of the file, when it was read.</param>
    /// <param name="Judge">Null while there have never been rules that can be read: everything is held.</param>
    sealed record Sitting((DateTime, long) Stamp, RulesInForce Rules, Judge? Judge);

    [LoggerMessage(LogLevel.Information, "The house rules of edition {Edition}, version {Version}, took effect")] partial void LogTookEffect(string edition, string version);
    [LoggerMessage(LogLevel.Error, "The house rules of edition {Edition} cannot be read; version {Version} stays in force")] partial void LogUnreadable(Exception fault, string edition, string version);
    [LoggerMessage(LogLevel.Error, "The judge of edition {Edition} failed; the comment is held")] partial void LogFailed(Exception fault, string edition);
}

/// <param name="Rules">Those the judge goes by; null while none could ever be read, and everything is held.</param>
/// <param name="Fault">Why what is written now is not in force: the line and the property.</param>
public sealed record RulesInForce(HouseRules? Rules, string? Fault);
