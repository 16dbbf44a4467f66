using Manset.Editions;

namespace Manset.Desk.Editing;

/// <summary>The words of a story field by field, for reading two of them side by side.</summary>
static class CopyText
{
    /// <returns>Key of the field's name, and its text in both.</returns>
    public static IEnumerable<(string Field, string Before, string After)> Changed(StoryCopy before, StoryCopy after, Edition edition) =>
        Fields(before, edition).Zip(Fields(after, edition), (old, @new) => (old.Field, old.Text, @new.Text)).Where(field => field.Item2 != field.Item3);

    static IEnumerable<(string Field, string Text)> Fields(StoryCopy copy, Edition edition) =>
    [
        ("section", edition.SectionOf(copy.Section).Name), ("headline", copy.Headline), ("standfirst", copy.Standfirst), ("body", Typed.Of(copy.Body)),
        ("byline", copy.Byline), ("dateline", copy.Dateline), ("sources", Typed.Listed(copy.Sources)), ("tags", Typed.Listed(copy.Tags)),
        ("picture", copy.PictureId is { } id ? $"{id}" : ""), ("alt", copy.PictureAlt), ("caption", copy.PictureCaption), ("credit", copy.PictureCredit),
    ];
}
