using Manset.Editions;

namespace Manset.Desk.Recalls;

/// <summary>
/// Something that shows stories to readers or has handed them on: the page, a feed, a push, a subscriber. Registered by the slice
/// that owns it; after a withdrawal each is asked, and a receipt is kept for every place of it.
/// </summary>
public interface ISurface
{
    /// <summary>Under which receipts are kept, so never changed; its name on screen stands under <c>desk.surface.NAME</c>.</summary>
    string Name { get; }

    /// <summary>Where the story may show on it. Must not fail, and needs no network: this is written down before anybody is asked.</summary>
    IEnumerable<string> Places(Withdrawn story);

    /// <summary>Does this place still show it?</summary>
    Task<Sighting> Look(Withdrawn story, string place, CancellationToken stop);
}

/// <param name="Seen">What there was: one of the keys of the word files below, or what the surface itself said, such as <c>410</c>.</param>
public sealed record Sighting(bool IsGone, string Seen)
{
    public const string Named = "desk.seen.named", Without = "desk.seen.without", OfAnother = "desk.seen.of-another", NoSurface = "desk.seen.no-surface";
    const string Keys = "desk.seen.";

    public static string In(Words words, string seen) => seen.StartsWith(Keys, StringComparison.Ordinal) ? words[seen] : seen;
}

/// <summary>A story that readers may no longer see, with all that tells where it was.</summary>
public sealed record Withdrawn
{
    public required long Id { get; init; }
    public required Edition Edition { get; init; }
    /// <summary>For good; else hidden for the time being.</summary>
    public required bool IsKilled { get; init; }
    public required string Permalink { get; init; }
    public required string Headline { get; init; }
    /// <summary>Those of every revision that was live, the present one first.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }
    public required IReadOnlyList<long> Pictures { get; init; }
    /// <summary>The pages of its open translations.</summary>
    public required IReadOnlyList<string> Translations { get; init; }

    public string Path => Edition.StoryPath(Sections[0].Key, Permalink, Id);

    /// <summary>Does this text lead to the story? Every list, feed and map does so by its address.</summary>
    public bool IsNamedIn(string text)
    {
        var address = FormattableString.Invariant($"/{Permalink}-{Id}");
        for (var at = text.IndexOf(address, StringComparison.Ordinal); at >= 0; at = text.IndexOf(address, at + 1, StringComparison.Ordinal))
            if (at + address.Length == text.Length || !char.IsAsciiDigit(text[at + address.Length])) return true;
        return false;
    }
}
