using Manset.Copy;
using Manset.Wire;

namespace Manset.Desk;

/// <summary>An agency's item as copy of ours: pictures that are not kept here stay out, so that no page asks another host for anything.</summary>
static class WireCopy
{
    public static StoryCopy Of(WireItem item)
    {
        var picture = item.Pictures.FirstOrDefault(picture => picture.Id is not null);
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
