namespace Manset.Wire;

/// <summary>Where a line's copy comes from, beyond an address and a folder.</summary>
public sealed partial record WireLine
{
    /// <summary>It comes from an agency that pushes it to us.</summary>
    internal bool Pushed { get; init; }

    /// <summary>Does its copy come over the network, and may so its pictures?</summary>
    public bool IsOnline => Address is not null || Pushed;
}
