using System.Text;
using System.Xml.Linq;

namespace Manset.Wire;

/// <summary>Text and pictures out of the components of a NewsML 1.2 item.</summary>
static partial class NewsMl1
{
    static void Content(List<XElement> components, Draft draft, Uri? address)
    {
        foreach (var component in components.Where(each => RoleOf(each) is not ("logo" or "stylesheet"))) Picture(component, draft, address);

        var texts = components.SelectMany(component => component.Parts("ContentItem").Where(IsText).Select(content => (Role: RoleOf(component), Content: content))).ToList();
        foreach (var (role, content) in texts.Where(text => text.Role is "subheadline" or "abstract" or "summary" or "lead" or "standfirst"))
            draft.Standfirst ??= Prose.OneLine(Html(content)) is { Length: > 0 } line ? line : null;
        if (draft.Headline.Length == 0 && texts.Find(text => text.Role == "headline").Content is { } headline) draft.Headline = Prose.OneLine(Html(headline));
        foreach (var (_, content) in texts.Where(text => Rank(text.Role) < 3).OrderBy(text => Rank(text.Role)))
        {
            Text(content, draft, address);
            if (draft.Body.Length > 0) break;
        }
        Files(components, draft, address);
        if (draft.Kind == ItemKind.Text && draft.Body.Length == 0 && draft.Pictures.Count > 0 && texts.Count == 0) draft.Kind = ItemKind.Picture;
    }

    static int Rank(string role) => role switch
    {
        "main" or "maintext" or "body" or "story" or "text" or "bodytext" or "article" => 0,
        "" or "supporting" or "mainarticle" => 1,
        "caption" or "headline" or "subheadline" or "abstract" or "summary" or "lead" or "standfirst" or "stylesheet" or "logo" or "contact" or "note" => 3,
        _ => 2,
    };

    static bool IsText(XElement content) => content.Part("DataContent") is not null || content.Part("Encoding") is not null;

    /// <summary>A document in the content, escaped or not, or plain text.</summary>
    static void Text(XElement content, Draft draft, Uri? address)
    {
        var (data, packed) = Data(content);
        if (data is null) return;
        var plain = (Mime(content) ?? Word(content.Part("Format"))?.ToLowerInvariant()) is "text/plain" or "text" or "ascii";
        if (packed is not null) draft.Body = packed.Contains("</", StringComparison.Ordinal) ? Nitf.Body(packed, address) : Prose.OfText(packed);
        else if (data.HasElements) Nitf.Within(data, draft, address);
        else if (plain && !data.Value.Contains("</p>", StringComparison.OrdinalIgnoreCase)) draft.Body = Prose.OfText(data.Value);
        else if (data.Value.Contains("<nitf", StringComparison.Ordinal)) draft.Body = Nitf.Body(data.Value, address);
        else draft.Body = Prose.Body(data.Value, address);
    }

    static string Html(XElement content) => Data(content) is var (data, packed) && packed is not null ? packed : data is null ? "" : Markup.Of(data);

    /// <summary>What stands in the content, and as text when it came packed as base64.</summary>
    static (XElement? Data, string? Packed) Data(XElement content)
    {
        if (content.Part("DataContent") is { } open) return (open, null);
        if (content.Part("Encoding") is not { } encoding || encoding.Part("DataContent") is not { } data) return (null, null);
        if (((string?)encoding.Attribute("Notation"))?.Contains("base64", StringComparison.OrdinalIgnoreCase) != true) return (data, null);
        var bytes = new byte[data.Value.Length];
        return (data, Convert.TryFromBase64String(data.Value, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : "");
    }

    /// <summary>The content items of one component are sizes of one picture; its caption is a component beside or within.</summary>
    static void Picture(XElement component, Draft draft, Uri? address)
    {
        var sizes = component.Parts("ContentItem").Where(IsImage)
            .Select(content => (Content: content, Place: Addresses.Place((string?)content.Attribute("Href"), address)))
            .Where(each => each.Place is not null)
            .Select(each => new Rendition(each.Place!.ToString(), Property(each.Content, "ImageUse", "Use", "Size") ?? RoleName(component), Mime(each.Content),
                Marks.Whole(Property(each.Content, "PixelWidth", "Width")), Marks.Whole(Property(each.Content, "PixelHeight", "Height"))));
        var around = new[] { component, component.Parent! };
        var captioned = around.SelectMany(part => part.Parts("NewsComponent")).Where(part => RoleOf(part) == "caption").SelectMany(part => part.Parts("ContentItem")).FirstOrDefault(IsText);
        var lines = around.Where(part => part == component || IsPicture(part)).Select(part => part.Part("NewsLines")).OfType<XElement>().ToList();
        var caption = captioned is not null && Prose.OneLine(Html(captioned)) is { Length: > 0 } text ? text : lines.Select(line => Line(line.Part("HeadLine"))).FirstOrDefault(line => line is not null);
        var credit = lines.Select(line => Line(line.Part("CreditLine")) ?? Line(line.Part("ByLine")) ?? Line(line.Part("CopyrightLine"))).FirstOrDefault(line => line is not null);
        if (Pictured.Of(sizes, caption, credit, null) is not { } picture) return;

        // Each size in a component of its own, side by side under one, is still one picture.
        var same = draft.Pictures.FindIndex(other => caption is not null && other.Caption == caption && component.Parent is { } parent && IsPicture(parent));
        if (same < 0) draft.Pictures.Add(picture);
        else
        {
            var before = draft.Pictures[same];
            draft.Pictures[same] = Pictured.Of(before.Renditions.Concat(picture.Renditions), before.Caption, before.Credit ?? credit, null) ?? before;
        }
    }

    static string? RoleName(XElement component) => Word(component.Part("Role"));

    static string? Property(XElement content, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (content.Part("Characteristics")?.Parts("Property").FirstOrDefault(part => Word(part) == name) is { } property) return (string?)property.Attribute("Value");
        return null;
    }

    /// <summary>Videos and other files are named, not fetched.</summary>
    static void Files(List<XElement> components, Draft draft, Uri? address)
    {
        foreach (var content in components.SelectMany(component => component.Parts("ContentItem")).Where(content => (string?)content.Attribute("Href") is not null && !IsImage(content)))
            if (Addresses.Place((string?)content.Attribute("Href"), address) is { } place) draft.Associations.Add(new("enclosure", place.ToString(), Mime(content) ?? Word(content.Part("MediaType"))));
        foreach (var reference in components.SelectMany(component => component.Parts("NewsItemRef")))
            if ((string?)reference.Attribute("NewsItem") is { Length: > 0 } other) draft.Associations.Add(new("component", other, Line(reference.Part("Comment"))));
    }
}
