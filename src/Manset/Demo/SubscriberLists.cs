using System.Text.Json.Nodes;

namespace Manset.Demo;

/// <summary>The lists that the interface for subscribers explains its numbers with.</summary>
static class SubscriberLists
{
    static readonly Dictionary<string, string> Categories = new()
    {
        ["1"] = "Genel",
        ["2"] = "Spor",
        ["3"] = "Ekonomi",
        ["4"] = "Sağlık",
        ["5"] = "Bilim, Teknoloji",
        ["6"] = "Politika",
        ["7"] = "Kültür, Sanat, Yaşam",
    };

    public static string CategoryOf(string section) => section switch
    {
        "sport" => "2",
        "economy" => "3",
        "health" => "4",
        "science" => "5",
        "politics" => "6",
        "culture" => "7",
        _ => "1",
    };

    /// <summary>The categories of what is in none of these sections.</summary>
    public static IEnumerable<string> LabelsBeside(IReadOnlyList<string> sections) =>
        Categories.Where(category => !sections.Select(CategoryOf).Contains(category.Key)).Select(category => category.Value);

    public static JsonObject Labels() => new()
    {
        ["provider"] = Of(("1", "Yelkovan Ajansı")),
        ["category"] = Of([.. Categories.Select(category => (category.Key, category.Value))]),
        ["priority"] = Of(("1", "Flaş"), ("2", "Acil"), ("3", "Önemli"), ("4", "Rutin"), ("5", "Özel"), ("6", "Arşiv")),
        ["package"] = Of(("1", "Yurt Haberleri")),
        ["type"] = Of(("1", "Haber"), ("2", "Fotoğraf"), ("3", "Video"), ("4", "Dosya"), ("5", "Grafik")),
        ["language"] = Of(("1", "Türkçe")),
    };

    public static JsonObject Subscription() => new()
    {
        ["provider"] = Ids("1"),
        ["package"] = Ids("1"),
        ["category"] = Ids([.. Categories.Keys]),
        ["type"] = Ids("1", "2"),
        ["language"] = Ids("1"),
        ["photo_size"] = Ids("web", "print"),
        ["video_size"] = Ids("web", "sd"),
        ["graph_size"] = Ids("raster"),
        ["archive_days"] = 15,
        ["download_limit"] = 5000,
    };

    static JsonObject Of(params IEnumerable<(string Id, string Label)> labels) =>
        new(labels.Select(label => KeyValuePair.Create(label.Id, (JsonNode?)label.Label)));

    static JsonArray Ids(params IEnumerable<string> ids) => new([.. ids.Select(id => (JsonNode?)id)]);
}
