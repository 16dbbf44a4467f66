using Manset.Wire;

namespace Manset.Desk;

public sealed partial class Story
{
    /// <summary>May it be handed on to others?</summary>
    public bool Syndicate { get; private set; } = true;
    public int? ArchiveDays { get; private set; }
    /// <summary>When it goes from every page and list; the gate closes by the clock.</summary>
    public DateTimeOffset? Expires { get; private set; }
    /// <summary>Its going has been entered in the ledger.</summary>
    public bool Lapsed { get; private set; }
    public string? Terms { get; private set; }
    public string? Copyright { get; private set; }

    public Licence Licence => new() { Syndicate = Syndicate, ArchiveDays = ArchiveDays, Terms = Terms, Copyright = Copyright };

    /// <summary>A source's terms bind it from now on. They are only ever tightened: taking a source's name away frees nothing.</summary>
    public void Bind(Licence licence)
    {
        var bound = Licence.And(licence);
        (Syndicate, ArchiveDays, Terms, Copyright) = (bound.Syndicate, bound.ArchiveDays, bound.Terms, bound.Copyright);
        Count();
    }

    /// <summary>A translation is bound as its original is, and goes with it.</summary>
    void BindAs(Story original)
    {
        Expires = original.Expires;
        Bind(original.Licence);
    }

    public void Lapse() => Lapsed = true;

    /// <summary>Days count from the first publication; a later update does not begin them anew.</summary>
    void Count()
    {
        if (FirstPublished?.AddDays(ArchiveDays ?? Licence.LongestArchive) is not { } end || ArchiveDays is null) return;
        if (Expires is null || end < Expires) Expires = end;
    }
}
