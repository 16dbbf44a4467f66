using System.Xml.Linq;

namespace Manset.Wire;

/// <summary>The fields of RSS that only Turkish agencies have: pictures and films by their codes, captions apart from them.</summary>
static class AgencyFields
{
    /// <returns>Whether the element is one of these.</returns>
    public static bool Read(XElement part, Draft draft, Uri? start)
    {
        switch (Vocabulary.Of(part.Name))
        {
            case "images" when part.Elements().Any(image => Code(image) is not null):
                foreach (var image in part.Elements()) Picture(image, draft, start);
                return true;
            case "videos":
                foreach (var film in part.Elements()) Film(film, draft, start);
                return true;
            default:
                // Read once all pictures are there.
                return Vocabulary.Of(part.Name) is "aciklamalar";
        }
    }

    /// <summary>Captions, each to the picture of its code; one without a code to the only picture there is.</summary>
    public static void Describe(XElement item, Draft draft)
    {
        var captions = item.Elements().Where(part => Vocabulary.Of(part.Name) == "aciklamalar").SelectMany(part => part.Elements())
            .Select(caption => (Code: Code(caption), Text: Prose.OneLine(caption.Value))).Where(caption => caption.Text.Length > 0).ToList();
        if (captions.Count == 0) return;
        for (var at = 0; at < draft.Pictures.Count; at++)
        {
            var picture = draft.Pictures[at];
            var text = captions.Find(caption => caption.Code is { } code && code == picture.Code).Text ?? (draft.Pictures.Count == 1 && captions is [{ Code: null } only] ? only.Text : null);
            draft.Pictures[at] = picture with { Caption = picture.Caption ?? text };
        }
    }

    static void Picture(XElement image, Draft draft, Uri? start)
    {
        if (draft.Pictures.Count >= Draft.MostPictures || Addresses.Resolve(MediaParts.Inside(image), start) is not { } address) return;
        draft.Pictures.Add(new(address, null, null, null) { Code = Code(image), IsComing = Attribute(image, "filesize") == "0" });
    }

    static void Film(XElement film, Draft draft, Uri? start)
    {
        var parts = film.HasElements ? film.Elements().ToList() : [film];
        var caption = parts.Find(part => Vocabulary.Of(part.Name) == "aciklama") is { } said && Prose.OneLine(said.Value) is { Length: > 0 } line ? line : null;
        foreach (var part in parts.Where(part => Vocabulary.Of(part.Name) is "path_video" or "video"))
            if (Addresses.Resolve(part.Value, start) is { } address) draft.Associations.Add(new("video", address.AbsoluteUri, caption));
    }

    static string? Code(XElement part) => Attribute(part, "resimkodu") is { Length: > 0 } code ? code : null;

    static string? Attribute(XElement part, string name) =>
        part.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value.Trim();
}
