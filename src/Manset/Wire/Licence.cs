namespace Manset.Wire;

/// <summary>What an agency allows us to do with its copy beyond showing it on pages of our own.</summary>
public sealed record Licence
{
    public const int LongestArchive = 36_500;

    /// <summary>All that we make ourselves: nobody binds us.</summary>
    public static readonly Licence Free = new();

    /// <summary>May it be handed on to others: by the API, by feeds with its text, by webhooks?</summary>
    public bool Syndicate { get; init; } = true;
    /// <summary>How many days after its first publication it may stand; null for ever.</summary>
    public int? ArchiveDays { get; init; }
    /// <summary>The terms in the agency's words, for the desk and for those it is handed on to.</summary>
    public string? Terms { get; init; }
    /// <summary>The copyright notice that goes with it.</summary>
    public string? Copyright { get; init; }

    public bool Binds => !Syndicate || ArchiveDays is not null;

    /// <summary>What both allow: of several sources the strictest binds.</summary>
    public Licence And(Licence other) => new()
    {
        Syndicate = Syndicate && other.Syndicate,
        ArchiveDays = (ArchiveDays, other.ArchiveDays) is ({ } here, { } there) ? Math.Min(here, there) : ArchiveDays ?? other.ArchiveDays,
        Terms = Joined(Terms, other.Terms),
        Copyright = Joined(Copyright, other.Copyright),
    };

    static string? Joined(string? one, string? other) =>
        one is null || other is null ? one ?? other : one.Contains(other, StringComparison.Ordinal) ? one : $"{one} {other}";
}
