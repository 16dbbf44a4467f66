namespace Manset.Data;

/// <summary>Where this newsroom keeps what is not in PostgreSQL: the SQLite file, pictures, house rules, the bell.</summary>
public sealed record DataFolder(string Root)
{
    public string Database => Path.Combine(Root, "newsroom.db");
    public string Pictures => Directory.CreateDirectory(Path.Combine(Root, "pictures")).FullName;
    public string HouseRules => Path.Combine(Root, "house-rules");
    /// <summary>Touched by a command that wrote the ledger beside a running server, which watches it.</summary>
    public string Bell => Path.Combine(Root, "newsroom.bell");
}
