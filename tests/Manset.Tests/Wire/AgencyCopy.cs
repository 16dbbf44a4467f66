using System.Globalization;
using System.Security;
using System.Text;

namespace Manset.Tests.Wire;

/// <summary>What an agency of the tests sends: items of RSS in our own vocabulary.</summary>
static class AgencyCopy
{
    /// <summary>A wire whose politics go out by rule and whose other copy waits at the desk.</summary>
    public static IEnumerable<(string, string)> Line(string name = "aa", int number = 0, params IEnumerable<(string Name, string Value)> more) =>
    [
        ($"Wires:Lines:{number}:Name", name), ($"Wires:Lines:{number}:Publish:0:Sections:0", "politics"),
        .. more.Select(setting => ($"Wires:Lines:{number}:{setting.Name}", setting.Value)),
    ];

    public static string Rss(params IEnumerable<string> items) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:m="https://manset.example/ns/wire"><channel><title>Örnek Ajansı</title><link>https://ajans.example/</link>
        {string.Concat(items)}
        </channel></rss>
        """;

    public static string Item(
        string headline = "Meclis su yasasını görüşüyor", string guid = "aa:1", string body = "Görüşmeler sabaha dek sürdü.", int? version = null, string? status = null,
        DateTimeOffset? embargo = null, string? note = null, bool corrects = false, string? slug = null, string category = "siyaset", string? language = null,
        string? picture = null, DateTimeOffset? sent = null, string more = "")
    {
        var item = new StringBuilder("<item>");
        Part("title", headline);
        Part("guid", guid);
        Part("description", $"<p>{body}</p>");
        Part("category", category);
        Part("m:version", version?.ToString(CultureInfo.InvariantCulture));
        Part("m:status", status);
        Part("m:embargo", embargo?.ToString("O", CultureInfo.InvariantCulture));
        Part("m:note", note);
        Part("m:corrects", corrects ? "true" : null);
        Part("m:slug", slug);
        Part("dc:language", language);
        Part("pubDate", sent?.ToString("r", CultureInfo.InvariantCulture));
        if (picture is not null)
            item.Append(CultureInfo.InvariantCulture, $"""<media:content xmlns:media="http://search.yahoo.com/mrss/" url="{SecurityElement.Escape(picture)}" medium="image"><media:description>Köprüde bir vapur</media:description></media:content>""");
        return item.Append(more).Append("</item>").ToString();

        void Part(string name, string? value)
        {
            if (value is not null) item.Append(CultureInfo.InvariantCulture, $"<{name}>{SecurityElement.Escape(value)}</{name}>");
        }
    }
}
