namespace Manset.Demo;

/// <summary>What clients of Anadolu Agency have met with, and how much of it the simulated agency shows.</summary>
public sealed class Oddities
{
    /// <summary>Between any two requests of an account.</summary>
    public TimeSpan Apart { get; init; } = TimeSpan.FromMilliseconds(500);
    /// <summary>The first request for every so many documents fails; 0 for none.</summary>
    public int FailsOnceEvery { get; init; } = 5;
    /// <summary>Every so many documents come without their namespace, and every so many within JSON; 0 for none.</summary>
    public int BareEvery { get; init; } = 2;
    public int WrappedEvery { get; init; } = 7;
    /// <summary>How long a link to a file is good.</summary>
    public TimeSpan LinkLasts { get; init; } = TimeSpan.FromDays(1);
    /// <summary>How many of the next requests are told to come later, whatever their pace.</summary>
    public int Busy { get; set; }
    /// <summary>The account is refused, in an envelope that comes with HTTP 200.</summary>
    public bool LockedOut { get; set; }
}
