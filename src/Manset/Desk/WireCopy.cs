using Manset.Copy;
using Manset.Wire;

namespace Manset.Desk;

/// <summary>An agency's item as copy of ours: pictures that are not kept here stay out, so that no page asks another host for anything.</summary>
static class WireCopy
{
    /// <summary>As it goes out when nobody looks at it first: without a picture that nobody has described.</summary>
    public static StoryCopy Unseen(WireItem item)
    {
        var copy = Of(item);
        return copy.PictureAlt.Length > 0 ? copy : copy with { PictureId = null, PictureCaption = "", PictureCredit = "" };
    }

    public static StoryCopy Of(WireItem item)
    {
        var kept = item.Pictures.Where(picture => picture.Id is not null).ToList();
        var picture = kept.Find(picture => (picture.Alt ?? picture.Caption) is { Length: > 0 }) ?? kept.FirstOrDefault();
        return new()
        {
            Section = item.Section,
            Headline = item.Headline,
            Standfirst = item.Standfirst ?? "",
            Body = CanonicalHtml.WithoutForeignPictures(item.Body),
            Byline = item.Byline ?? "",
            Dateline = item.Dateline ?? "",
            Sources = item.Credit is { } agency ? [agency] : [],
            Tags = item.Keywords,
            PictureId = picture?.Id,
            PictureAlt = picture?.Alt ?? picture?.Caption ?? "",
            PictureCaption = picture?.Caption ?? "",
            PictureCredit = picture?.Credit ?? "",
        };
    }
}
