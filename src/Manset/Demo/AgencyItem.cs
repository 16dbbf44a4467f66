using System.Globalization;

namespace Manset.Demo;

/// <summary>An agency of the script. Both are invented: a yelkovan is a shearwater, the bird that never rests on the Bosphorus.</summary>
/// <param name="Language">The language it writes in.</param>
/// <param name="Domain">Under a name that no real agency can have.</param>
public sealed record Bureau(string Language, string Name, string Initials, string Domain)
{
    public static readonly IReadOnlyList<Bureau> All =
    [
        new("tr", "Yelkovan Ajansı", "YEL", "yelkovan.example"),
        new("en", "Shearwater Agency", "SHW", "shearwater.example"),
    ];

    public string Credit => $"{Name} ({Initials})";
}

/// <summary>A take as one agency sends it, with its instants and addresses filled in.</summary>
sealed record AgencyItem
{
    public required Bureau Bureau { get; init; }
    public required Event Event { get; init; }
    public required Take Take { get; init; }
    public required Wording Copy { get; init; }
    public required DateTimeOffset FirstSent { get; init; }
    public required DateTimeOffset Sent { get; init; }
    public DateTimeOffset? Embargo { get; init; }
    public AgencyPicture? Picture { get; init; }

    /// <summary>The same in every take, in both formats.</summary>
    public string Guid => string.Create(CultureInfo.InvariantCulture, $"urn:newsml:{Bureau.Domain}:{FirstSent:yyyyMMdd}:{Event.Slug}");

    public static AgencyItem Of(Bureau bureau, Event happening, Take take, AgencyScript script, DateTimeOffset start, Uri address) => new()
    {
        Bureau = bureau,
        Event = happening,
        Take = take,
        Copy = take.Copy[bureau.Language],
        FirstSent = start + happening.Takes[0].At,
        Sent = start + take.At,
        Embargo = start + take.Embargo,
        Picture = take.Picture is { } name ? new(new(address, $"pictures/{name}.jpg"), script.Pictures[name].Words[bureau.Language]) : null,
    };
}

sealed record AgencyPicture(Uri Address, PictureWords Words)
{
    public const int Width = 1600;
    public const int Height = 900;
}
