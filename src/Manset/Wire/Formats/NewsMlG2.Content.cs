using System.Text;
using System.Xml.Linq;

namespace Manset.Wire;

/// <summary>What a NewsML-G2 item says of its content, and the content itself.</summary>
static partial class NewsMlG2
{
    static void Content(XElement meta, Draft draft, Message message)
    {
        string? author = null, source = null;
        var languages = new List<string>();
        if (Line(Spoken(meta.Parts("headline"), draft.Language)) is { } headline && draft.Headline.Length == 0) draft.Headline = headline;
        foreach (var part in meta.Elements())
        {
            var text = Prose.OneLine(Markup.Of(part));
            switch (part.Name.LocalName)
            {
                case "slugline" when text.Length > 0: draft.Slug ??= text; break;
                case "urgency": draft.Urgency = Urgency(part.Value.Trim()) ?? draft.Urgency; break;
                case "by" when text.Length > 0: draft.Byline ??= text; break;
                case "creator": author = Name(part, draft.Language) is { } name ? Draft.Joined(author, name, ", ") : author; break;
                case "creditline" when text.Length > 0: draft.Credit ??= text; break;
                case "infoSource": source ??= Name(part, draft.Language); break;
                case "dateline" when text.Length > 0: draft.Dateline ??= text; break;
                case "located": draft.Located ??= Name(part, draft.Language) ?? Concept(part, message, draft.Language); break;
                case "language" when (string?)part.Attribute("tag") is { Length: > 0 } tag: languages.Add(tag); break;
                case "keyword" when text.Length > 0: draft.Keywords.Add(text); break;
                case "subject": Subject(part, draft, message); break;
                case "description" when text.Length > 0 && Code((string?)part.Attribute("role")) is not ("altText" or "alttext" or "accessibility"): draft.Standfirst ??= text; break;
            }
        }
        // The item's own language is that of its metadata; where its text is in one other, that is the item's.
        if (languages is [var spoken] && draft.Language?.StartsWith(spoken.Split('-')[0], StringComparison.OrdinalIgnoreCase) != true) draft.Language = spoken;
        else draft.Language ??= languages.FirstOrDefault();
        draft.Byline ??= author;
        draft.Credit ??= source;
        draft.Dateline ??= draft.Located;
    }

    /// <summary>A code is written with IPTC's alias for its scheme, whatever alias or address the document has.</summary>
    static void Subject(XElement subject, Draft draft, Message message)
    {
        var code = (string?)subject.Attribute("qcode");
        if (code?.Split(':', 2) is [var alias, var value] && message.Schemes.TryGetValue(alias, out var scheme) && Codes.Of(null, scheme + value) is { } known && !known.Contains("://", StringComparison.Ordinal))
            code = known;
        code ??= Codes.Of(null, (string?)subject.Attribute("uri"));
        draft.Subject(code, Name(subject, draft.Language) ?? Concept(subject, message, draft.Language));
        draft.Keywords.AddRange(subject.Parts("bag").SelectMany(bag => bag.Parts("bit")).Select(bit => Name(bit, draft.Language)).OfType<string>());
    }

    /// <summary>The name that a concept item of the same message gives to a code.</summary>
    static string? Concept(XElement coded, Message message, string? language) =>
        (string?)coded.Attribute("qcode") is { } code && message.Concepts.TryGetValue(code, out var concept) ? Name(concept, language) : null;

    /// <summary>A concept that is an item of its own has its name for a headline and its definition below; a set names its members.</summary>
    static void Concept(XElement item, Draft draft)
    {
        var concepts = item.Parts("concept").Concat(item.Parts("conceptSet").SelectMany(set => set.Parts("concept"))).ToList();
        if (item.Part("concept") is { } concept)
        {
            draft.Standfirst ??= Line(Spoken(concept.Parts("definition"), draft.Language));
            if (draft.Headline.Length == 0) draft.Headline = Name(concept, draft.Language) ?? "";
        }
        foreach (var each in concepts.Take(100))
            if (each.Part("conceptId") is { } id && ((string?)id.Attribute("qcode") ?? (string?)id.Attribute("uri")) is { } code) draft.Associations.Add(new("concept", code, Name(each, draft.Language)));
        foreach (var coverage in item.Parts("newsCoverageSet").SelectMany(set => set.Parts("newsCoverage")))
            if (coverage.Part("planning") is { } planning && Line(planning.Part("headline")) is { } planned) draft.Associations.Add(new("coverage", (string?)coverage.Attribute("id") ?? planned, planned));
    }

    static void Text(XElement content, Draft draft, Uri? address)
    {
        if (draft.Body.Length > 0 || (string?)content.Attribute("hascontent") == "false") return;
        var start = Addresses.Base(content, address);
        if (content.Name.LocalName == "inlineData") draft.Body = Data(content, start);
        else if (content.Name.LocalName == "inlineXML") Nitf.Within(content, draft, start);
    }

    static string Data(XElement data, Uri? start)
    {
        var text = data.Value;
        if (((string?)data.Attribute("encoding"))?.EndsWith("base64", StringComparison.OrdinalIgnoreCase) == true)
        {
            var bytes = new byte[text.Length];
            text = Convert.TryFromBase64String(text, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : "";
        }
        return (string?)data.Attribute("contenttype") == "text/plain" ? Prose.OfText(text) : Prose.Body(text, start);
    }
}
