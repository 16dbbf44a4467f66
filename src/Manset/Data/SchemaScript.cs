using System.Globalization;
using System.Reflection;

namespace Manset.Data;

/// <summary>One step of the schema: <c>0007-embargo</c> and what it does.</summary>
public sealed record SchemaScript(string Name, string Sql)
{
    public const string Sqlite = "Sqlite", Postgres = "Postgres";

    public int Number => int.Parse(Name.AsSpan(0, 4), CultureInfo.InvariantCulture);

    /// <summary>The steps that travel inside the program, in their order.</summary>
    public static IReadOnlyList<SchemaScript> In(string dialect) =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.Contains($".Schema.{dialect}.", StringComparison.Ordinal))
            .Select(name => new SchemaScript(name.Split('.')[^2], Read(name)))
            .OrderBy(script => script.Number),
    ];

    static string Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
