using System.ComponentModel.DataAnnotations;

namespace Manset.Wire;

/// <summary>Where a line's copy comes from, beyond an address and a folder.</summary>
public sealed partial record WireLine
{
    static readonly TimeSpan AnadoluApart = TimeSpan.FromMilliseconds(500);

    /// <summary>For a feed that wants a name and a password.</summary>
    public Login? Login { get; init; }
    public Anadolu? Anadolu { get; init; }
    public Iha? Iha { get; init; }
    public Dha? Dha { get; init; }
    public FarFolder? FarFolder { get; init; }
    public Mailbox? Mailbox { get; init; }

    /// <summary>It comes from an agency that pushes it to us.</summary>
    internal bool Pushed { get; init; }

    /// <summary>Does its copy come over the network, and may so its pictures?</summary>
    public bool IsOnline => Address is not null || Account is not null || FarFolder is not null || Mailbox is not null || Pushed;

    /// <summary>What it shares with other lines: one node at a time asks, and a pause lies between any two requests.</summary>
    internal string? Account => Anadolu?.Account ?? Iha?.Account ?? Dha?.Account;

    internal TimeSpan? Apart => Anadolu is not null ? AnadoluApart : Iha?.Pause ?? Dha?.Pause;

    /// <summary>Bytes that are no picture: Anadolu Agency asks for patience in words, İHA names pictures that are half there.</summary>
    internal bool MayStillCome(ReadOnlySpan<byte> bytes) => Iha is not null || (Anadolu is not null && !AnadoluReply.IsPicture(bytes));

    public IEnumerable<ValidationResult> Faults()
    {
        object?[] sources = [Address, Folder, Anadolu, Iha, Dha, FarFolder, Mailbox];
        if (sources.Count(source => source is not null) > 1) yield return new($"Wires:Lines: '{Name}' has more than one source; make a line of each.");
        foreach (var fault in (Login?.Faults(Name) ?? []).Concat(Anadolu?.Faults(Name) ?? []).Concat(Iha?.Faults(Name) ?? []).Concat(Dha?.Faults(Name) ?? [])
            .Concat(FarFolder?.Faults(Name) ?? []).Concat(Mailbox?.Faults(Name) ?? [])) yield return fault;
    }
}
