using System.ComponentModel.DataAnnotations;

namespace Manset.Wire;

/// <summary>An account at Demirören Haber Ajansı. It too wants name and password in the query.</summary>
public sealed record Dha : Login
{
    public Uri Address { get; init; } = new("http://ajans.dha.com.tr/dhayharss_resimli.php");
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(5);

    internal string Account => $"dha:{Address.Authority}:{User}";

    internal Uri? Asked() => Secret() is { } secret ? Queries.On(Address, ("x", User), ("y", secret)) : null;

    public IEnumerable<ValidationResult> Faults(string line)
    {
        foreach (var fault in Faults(line, needed: true)) yield return fault;
        if (!Queries.IsOfTheWeb(Address)) yield return new($"Wires:Lines: the Dha Address of '{line}' is none of the web.");
        if (Pause < TimeSpan.Zero || Pause > TimeSpan.FromHours(1)) yield return new($"Wires:Lines: the Pause of '{line}' is not between 0 and an hour.");
    }
}
