using System.Globalization;

namespace Manset.Wire;

/// <summary>A line's filters in the ids of the agency's own lists.</summary>
static class AnadoluFilters
{
    /// <returns>The fields of a search, or the filter that the agency does not know.</returns>
    public static (IReadOnlyDictionary<string, string>? Fields, string? Unknown) Of(Anadolu account, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> labels)
    {
        var fields = new Dictionary<string, string>();
        foreach (var (name, wanted) in new[]
        {
            ("provider", account.Providers), ("category", account.Categories), ("priority", account.Priorities),
            ("package", account.Packages), ("type", account.Types), ("language", account.Languages),
        })
        {
            if (wanted.Count == 0) continue;
            var list = labels.TryGetValue(name, out var known) ? known : new Dictionary<string, string>();
            var ids = new List<string>();
            foreach (var word in wanted)
            {
                if (list.ContainsKey(word)) ids.Add(word);
                else if (list.Where(label => Same(label.Value, word)).Select(label => label.Key).FirstOrDefault() is { } id) ids.Add(id);
                else return (null, $"Anadolu Agency knows no {name} '{word}'; it has {string.Join(", ", list.Select(label => $"{label.Key} {label.Value}").Take(40))}.");
            }
            fields[$"filter_{name}"] = string.Join(',', ids);
        }
        if (account.Words.Count > 0) fields["search_string"] = string.Join(',', account.Words);
        return (fields, null);
    }

    static bool Same(string label, string word) =>
        CultureInfo.GetCultureInfo("tr-TR").CompareInfo.Compare(label.Trim(), word.Trim(), CompareOptions.IgnoreCase) == 0;
}
