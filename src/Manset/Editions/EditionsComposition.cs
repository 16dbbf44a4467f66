using System.Reflection;
using System.Text.Json;

namespace Manset.Editions;

public static class EditionsComposition
{
    /// <summary>The paper as the settings describe it; a newsroom that has none yet opens with the one that comes with the program.</summary>
    public static void AddEditions(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection(nameof(Paper));
        var paper = settings.GetSection(nameof(Paper.Editions)).Exists() ? settings.Get<Paper>()! : Example();
        if (settings[nameof(Paper.Origin)] is { } origin) paper = paper with { Origin = new Uri(origin) };
        builder.Services.AddSingleton(Checked(paper));
    }

    static Paper Example()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Manset.Editions.paper.json")!;
        return JsonSerializer.Deserialize<Paper>(stream)!;
    }

    static Paper Checked(Paper paper)
    {
        if (paper.Editions.Count == 0) throw new InvalidDataException("Paper:Editions is empty: a paper has at least one edition.");
        foreach (var edition in paper.Editions)
        {
            if (edition.Sections.Count == 0) throw new InvalidDataException($"Paper:Editions: edition '{edition.Code}' has no sections.");
            _ = edition.CultureInfo;
            _ = edition.Clock;
        }
        return paper;
    }
}
