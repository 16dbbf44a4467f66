using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using Manset.Data;
using Manset.Wire;

namespace Manset.Desk.Triage;

/// <summary>What the wire list is asked for; empty parts ask for nothing.</summary>
public sealed record WireSearch
{
    public const string Open = "open", Seen = "seen", Ignored = "ignored";
    public static readonly IReadOnlyList<string> States = [Open, Seen, Ignored];
    const int Longest = 200;

    public string Query { get; init; } = "";
    public string? Edition { get; init; }
    public string? Section { get; init; }
    public string? Wire { get; init; }
    /// <summary>A code with all that is narrower, or a part of a subject's name.</summary>
    public string? Subject { get; init; }
    /// <summary>At least this urgent: 1 is a flash, 8 the least.</summary>
    public int? Urgency { get; init; }
    public string? Language { get; init; }
    public string? State { get; init; }

    [JsonIgnore]
    public bool Anything => Query.Length > 0 || Edition is not null || Section is not null || Wire is not null || Subject is not null || Urgency is not null || Language is not null || State is not null;

    public static ValueTask<WireSearch> BindAsync(HttpContext call, ParameterInfo parameter) => ValueTask.FromResult(Of(name => call.Request.Query[name]));

    public static WireSearch Of(Func<string, string?> field) => new()
    {
        Query = Cut(field("q")) ?? "",
        Edition = Cut(field("edition")),
        Section = Cut(field("section")),
        Wire = Cut(field("wire")),
        Subject = Cut(field("subject")),
        Urgency = int.TryParse(field("urgency"), NumberStyles.None, CultureInfo.InvariantCulture, out var urgency) && urgency is >= 1 and <= 8 ? urgency : null,
        Language = Cut(field("language")),
        State = field("state") is { } state && States.Contains(state) ? state : null,
    };

    [JsonIgnore]
    public IEnumerable<(string Name, string? Value)> Parts =>
    [
        ("q", Query), ("edition", Edition), ("section", Section), ("wire", Wire), ("subject", Subject),
        ("urgency", Urgency?.ToString(CultureInfo.InvariantCulture)), ("language", Language), ("state", State),
    ];

    public string Address(string list, params IEnumerable<(string Name, string? Value)> more) => DeskLinks.Asked(list, Parts.Concat(more));

    /// <summary>The newest takes that answer to it; what was set aside only when it is asked for.</summary>
    public IQueryable<WireItem> Among(Newsroom newsroom)
    {
        var (items, standing, stories) = (Regardless(newsroom), newsroom.Handlings.Standing, newsroom.Stories);
        return State switch
        {
            Seen => items.Where(item => standing.Any(each => each.WireItem == item.Id && each.Kind == Handled.Seen)),
            Ignored => items.Where(item => standing.Any(each => each.WireItem == item.Id && each.Kind == Handled.Ignored)),
            Open => items.Where(item => item.Status == WireStatus.Usable && !standing.Any(each => each.WireItem == item.Id && each.Kind != Handled.Assigned)
                && !stories.Any(story => story.Wire == item.Wire && story.Guid == item.Guid)),
            _ => items.Where(item => !standing.Any(each => each.WireItem == item.Id && each.Kind == Handled.Ignored)),
        };
    }

    /// <summary>The same whatever anybody did with them.</summary>
    public IQueryable<WireItem> Regardless(Newsroom newsroom)
    {
        var items = newsroom.WireItemsSaying(Query).Newest;
        if (Edition is not null) items = items.Where(item => item.Edition == Edition);
        if (Section is not null) items = items.Where(item => item.Section == Section);
        if (Wire is not null) items = items.Where(item => item.Wire == Wire);
        if (Urgency is not null) items = items.Where(item => item.Urgency <= Urgency);
        if (Language is not null) items = items.Where(item => item.Language!.StartsWith(Language));
        if (Subject is { } subject && Topics.Sought(subject) is { Length: > 0 } sought) items = items.Where(item => item.Topics.Contains(sought));
        return items;
    }

    static string? Cut(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed.Length > Longest ? trimmed[..Longest] : trimmed : null;
}
