using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Manset.Wire;

/// <summary>Pictures of an item, in the several ways feeds carry them.</summary>
static partial class MediaParts
{
    public static void Read(XElement part, Draft draft, Uri? start)
    {
        start = Addresses.Base(part, start);
        switch (Vocabulary.Of(part.Name))
        {
            case "media:group":
                foreach (var inner in part.Elements()) Read(inner, draft, start);
                // What a group says of itself, it says of each picture in it.
                Describe(part, draft);
                break;
            case "media:content" when IsPicture(part): Add(part, (string?)part.Attribute("url")); break;
            case "media:thumbnail" when draft.Pictures.Count == 0: Add(part, (string?)part.Attribute("url")); break;
            case "enclosure" or "atom:enclosure" when IsPicture(part): Add(part, (string?)part.Attribute("url") ?? (string?)part.Attribute("href")); break;
            case "image" or "photos" or "photo" or "resim" or "itunes:image": Add(part, Inside(part)); break;
            case "itunes:link" when (string?)part.Attribute("rel") == "image": Add(part, (string?)part.Attribute("href")); break;
            case "images":
                foreach (var image in part.Elements()) Add(image, Inside(image));
                break;
        }

        void Add(XElement described, string? place)
        {
            if (draft.Pictures.Count >= Draft.MostPictures || Addresses.Resolve(place, start) is not { } address) return;
            draft.Pictures.Add(new(address, Text(described, "description") ?? Text(described, "title"), Text(described, "credit") ?? Text(described, "copyright"),
                Text(described, "text") ?? (string?)described.Attribute("alt")));
        }
    }

    /// <summary>When no field carries a picture, those that stand in the text do.</summary>
    public static void Within(string html, Draft draft, Uri? start)
    {
        foreach (Match image in Image.Matches(html))
        {
            var place = WebUtility.HtmlDecode(Source.Match(image.Value).Groups["src"].Value);
            // One pixel counts readers; it shows nothing.
            if (Pixel.IsMatch(image.Value) || Addresses.Resolve(place, start) is not { } address) continue;
            draft.Pictures.Add(new(address, null, null, Alt.Match(image.Value) is { Success: true } alt ? Prose.OneLine(alt.Groups["alt"].Value) : null));
            if (draft.Pictures.Count >= 20) return;
        }
    }

    /// <summary>Where the format's own fields are empty, those of the media stand in.</summary>
    public static void Instead(XElement item, Draft draft)
    {
        var about = item.Elements().FirstOrDefault(part => Vocabulary.Of(part.Name) == "media:group") ?? item;
        if (draft.Headline.Length == 0) draft.Headline = Text(about, "title") ?? "";
        if (draft.Body.Length == 0) draft.Standfirst ??= Text(about, "description");
    }

    /// <summary>What an item or a group says of its pictures together.</summary>
    public static void Describe(XElement item, Draft draft)
    {
        var (caption, credit) = (Text(item, "description") ?? Text(item, "title"), Text(item, "credit"));
        for (var at = 0; at < draft.Pictures.Count; at++)
        {
            var picture = draft.Pictures[at];
            draft.Pictures[at] = picture with { Caption = picture.Caption ?? caption, Credit = picture.Credit ?? credit };
        }
    }

    static string? Text(XElement part, string name) =>
        part.Elements().FirstOrDefault(inner => Vocabulary.Of(inner.Name) == "media:" + name)?.Value is { } text && Prose.OneLine(text) is { Length: > 0 } line
            ? line
            : null;

    public static string? Inside(XElement image) =>
        (string?)image.Attribute("href") ?? (string?)image.Attribute("url")
        ?? image.Elements().FirstOrDefault(inner => Vocabulary.Of(inner.Name) is "url" or "path_image")?.Value ?? (image.HasElements ? null : image.Value);

    public static bool IsPicture(XElement part)
    {
        if ((string?)part.Attribute("medium") is { } medium) return medium == "image";
        if ((string?)part.Attribute("type") is { Length: > 0 } type) return type.StartsWith("image", StringComparison.OrdinalIgnoreCase);
        return IsPictureName((string?)part.Attribute("url") ?? "");
    }

    public static bool IsPictureName(string place) => PictureName.IsMatch(place);

    [GeneratedRegex(@"\.(?:jpe?g|png|gif|webp|avif)(?:$|[?#])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex PictureName { get; }

    [GeneratedRegex("<img\\s[^<>]{1,4000}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex Image { get; }

    [GeneratedRegex("""\ssrc\s*=\s*(?:"(?<src>[^"]*)"|'(?<src>[^']*)')""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex Source { get; }

    [GeneratedRegex("""\balt\s*=\s*(?:"(?<alt>[^"]*)"|'(?<alt>[^']*)')""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex Alt { get; }

    [GeneratedRegex("""\b(?:width|height)\s*=\s*["']?[01]["'\s/>]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex Pixel { get; }
}
