using System.ComponentModel.DataAnnotations;

namespace Manset.Wire;

/// <summary>An account at İhlas Haber Ajansı. It wants name and password in the query: the address is made at each look and never kept.</summary>
public sealed record Iha : Login
{
    public Uri Address { get; init; } = new("https://abonerss.iha.com.tr/xml/standartrss");
    public string UserCode { get; init; } = "";
    /// <summary>The agency's numbers; 0 for all.</summary>
    public int UpperCategory { get; init; }
    public int Category { get; init; }
    public int City { get; init; }
    /// <summary>Between any two calls of the account.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(33);

    internal string Account => $"iha:{Address.Authority}:{UserCode}:{User}";

    internal Uri? Asked() => Secret() is { } secret ? Queries.On(Address,
        ("UserCode", UserCode), ("UserName", User), ("UserPassword", secret), ("tip", "1"), ("UstKategori", Queries.Number(UpperCategory)),
        ("Kategori", Queries.Number(Category)), ("Sehir", Queries.Number(City)), ("wp", "0"), ("tagp", "0")) : null;

    public IEnumerable<ValidationResult> Faults(string line)
    {
        foreach (var fault in Faults(line, needed: true)) yield return fault;
        if (!Queries.IsOfTheWeb(Address)) yield return new($"Wires:Lines: the Iha Address of '{line}' is none of the web.");
        if (UserCode.Length == 0) yield return new($"Wires:Lines: '{line}' needs a UserCode.");
        if (Pause < TimeSpan.Zero || Pause > TimeSpan.FromHours(1)) yield return new($"Wires:Lines: the Pause of '{line}' is not between 0 and an hour.");
    }
}
