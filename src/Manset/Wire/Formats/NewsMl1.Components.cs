using System.Text;
using System.Xml.Linq;

namespace Manset.Wire;

/// <summary>The tree of components of a NewsML 1.2 item: its lines and metadata from the outside in, its content by role.</summary>
static partial class NewsMl1
{
    /// <summary>The outermost word counts, so that a picture's headline does not become the story's; pictures are not asked.</summary>
    static void Component(XElement component, Draft draft)
    {
        if (IsPicture(component) || RoleOf(component) is "caption" or "video" or "logo" or "stylesheet") return;
        if (component.Part("NewsLines") is { } lines) Lines(lines, draft);
        if (component.Part("AdministrativeMetadata") is { } administration)
        {
            draft.Credit ??= Word(administration.Part("Provider")?.Part("Party")) ?? Word(administration.Part("Source")?.Part("Party"));
            draft.Byline ??= Joined(administration.Parts("Creator").SelectMany(creator => creator.Parts("Party")).Select(Word));
        }
        if (component.Part("RightsMetadata") is { } rights) Rights(rights, draft);
        if (component.Part("DescriptiveMetadata") is { } description) Describe(description, draft);
        draft.Keywords.AddRange(component.Parts("Metadata").SelectMany(more => more.Parts("Property"))
            .Where(property => Word(property)?.Contains("Keyword", StringComparison.OrdinalIgnoreCase) == true).Select(property => Prose.Plain((string?)property.Attribute("Value") ?? "")));
        foreach (var inner in component.Parts("NewsComponent")) Component(inner, draft);
    }

    static void Lines(XElement lines, Draft draft)
    {
        if (draft.Headline.Length == 0) draft.Headline = Line(lines.Part("HeadLine")) ?? "";
        draft.Standfirst ??= Line(lines.Part("SubHeadLine"));
        if (Line(lines.Part("ByLine")) is { } byline) draft.Byline ??= byline;
        draft.Dateline ??= Line(lines.Part("DateLine"));
        draft.Credit ??= Line(lines.Part("CreditLine"));
        draft.Rights ??= Line(lines.Part("CopyrightLine"));
        draft.UsageTerms ??= Line(lines.Part("RightsLine"));
        draft.Slug ??= Line(lines.Part("SlugLine"));
        draft.Keywords.AddRange(lines.Parts("KeywordLine").SelectMany(line => (Line(line) ?? "").Split([',', ';'], StringSplitOptions.TrimEntries)).Where(word => word.Length > 0));
        foreach (var line in lines.Parts("NewsLine"))
        {
            if (Word(line.Part("NewsLineType"))?.ToLowerInvariant() is not ("advisoryline" or "editornote" or "editorsnote" or "ednote" or "note" or "editorial note" or "advisory")) continue;
            foreach (var text in line.Parts("NewsLineText").Select(Line).OfType<string>()) draft.Note = Draft.Joined(draft.Note, text, " ");
        }
    }

    static void Rights(XElement rights, Draft draft)
    {
        foreach (var copyright in rights.Parts("Copyright"))
            draft.Rights ??= string.Join(' ', new[] { "©", Line(copyright.Part("CopyrightDate")), Line(copyright.Part("CopyrightHolder")) }.OfType<string>()) is { Length: > 1 } line ? line : null;
        foreach (var usage in rights.Parts("UsageRights"))
            draft.UsageTerms ??= Joined(usage.Elements().Select(Line));
    }

    static void Describe(XElement description, Draft draft)
    {
        draft.Language ??= Word(description.Part("Language"));
        foreach (var code in description.Parts("SubjectCode"))
        {
            // The most detailed of subject, matter and detail holds the others.
            var most = code.Elements().LastOrDefault(part => part.Name.LocalName is "Subject" or "SubjectMatter" or "SubjectDetail");
            if (Word(most) is { } number) draft.Subject(number.All(char.IsAsciiDigit) ? "subj:" + number : number, null);
        }
        draft.Subjects.AddRange(description.Parts("OfInterestTo").Select(Word).OfType<string>());
        foreach (var place in description.Parts("Location"))
            draft.Located ??= Joined(place.Parts("Property").Where(part => Word(part) is { } kind && !kind.Contains("Code", StringComparison.OrdinalIgnoreCase)).Select(part => (string?)part.Attribute("Value"))) ?? Line(place);
    }

    static string? Joined(IEnumerable<string?> words) =>
        string.Join(", ", words.OfType<string>().Select(word => word.Trim()).Where(word => word.Length > 0).Distinct()) is { Length: > 0 } line ? line : null;

    static string RoleOf(XElement component) => Word(component.Part("Role"))?.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() ?? "";

    static bool IsPicture(XElement component) =>
        component.Parts("ContentItem").Any() && component.Parts("ContentItem").All(IsImage)
        || component.Parts("NewsComponent").Any(inner => RoleOf(inner) != "caption") && component.Parts("NewsComponent").All(inner => IsPicture(inner) || RoleOf(inner) == "caption");

    static bool IsImage(XElement content) => (string?)content.Attribute("Href") is not null && (Mime(content), Word(content.Part("MediaType"))?.ToLowerInvariant()) switch
    {
        ({ } mime, _) => mime.StartsWith("image/", StringComparison.Ordinal),
        (_, { } type) => type is "photo" or "picture" or "image" or "graphic",
        _ => MediaParts.IsPictureName((string?)content.Attribute("Href") ?? ""),
    };

    static string? Mime(XElement content) => Word(content.Part("MimeType"))?.ToLowerInvariant();
}
