using System.Xml.Linq;

namespace Manset.Wire;

/// <summary>RSS 0.9x and 2.0, and RSS 1.0, whose items stand beside the channel. Names of any case, namespaces of any spelling.</summary>
static class Rss
{
    public static Reading Read(XElement root, Uri? address)
    {
        var channel = root.Elements().FirstOrDefault(element => Vocabulary.Of(element.Name) == "channel") ?? root;
        var items = root.Elements().Concat(channel == root ? [] : channel.Elements()).Where(element => Vocabulary.Of(element.Name) == "item");
        var start = Addresses.Base(root, address);
        var language = Word(channel, "language") ?? Word(channel, "dc:language") ?? Addresses.Language(channel) ?? Addresses.Language(root);
        if (start is null && Word(channel, "link") is { } home) start = Addresses.Resolve(home, null);

        var found = items.Select(item => Item(item, start, language)).ToList();
        var reading = Reading.Of("rss", found, channel.Elements().FirstOrDefault(element => Vocabulary.Of(element.Name) is "title" or "dc:title") is { } title ? Prose.OneLine(Markup.Of(title)) : null);
        return channel == root && found.Count == 0 ? reading with { Refused = [new("No channel and no items: not a feed.", Line: root.Line)] } : reading;
    }

    static string? Word(XElement parent, string name) =>
        parent.Elements().FirstOrDefault(element => Vocabulary.Of(element.Name) == name)?.Value.Trim() is { Length: > 0 } word ? word : null;

    static Draft Item(XElement item, Uri? start, string? language)
    {
        start = Addresses.Base(item, start);
        var draft = new Draft { Line = item.Line, Language = Addresses.Language(item) ?? language };
        if (((string?)item.Attribute(XName.Get("about", Vocabulary.Meant("rdf"))))?.Trim() is { Length: > 0 } about) draft.Guid = about;
        var (description, full) = ((XElement?)null, (XElement?)null);
        foreach (var part in item.Elements())
        {
            switch (Vocabulary.Of(part.Name))
            {
                case "title" or "dc:title" when draft.Headline.Length == 0: draft.Headline = Prose.OneLine(part.Value); break;
                case "description": description = part; break;
                case "content:encoded" or "xhtml:body" or "xhtml:div" or "fullitem": full = part; break;
                case "summary" when description is not null: draft.Standfirst ??= Prose.OneLine(Markup.Of(part)); break;
                case "dc:description" or "itunes:summary" or "summary": description ??= part; break;
                case "content" or "fulltext" or "body": full ??= part; break;
                case "link" or "atom:link" when Place(part) is { } place: draft.Link ??= Addresses.Resolve(place, Addresses.Base(part, start)); break;
                case "guid" or "haberkodu" or "newsid" when draft.Guid is null: Name(draft, part, start); break;
                case "dc:identifier": draft.Guid ??= part.Value.Trim(); break;
                case "pubdate" or "dc:date" or "dc:created" or "dc:issued" or "atom:published": draft.Sent ??= WireTime.Of(part.Value); break;
                case "songuncellenmetarihi" or "sonhaberguncellenmetarihi" or "sonfotografeklenmetarihi" or "sonvideoeklenmetarihi" or "atom:updated" or "dc:modified" when WireTime.Of(part.Value) is { } changed:
                    draft.Sent = changed > (draft.Sent ?? changed) ? changed : draft.Sent ?? changed;
                    break;
                case "sondakika" when part.Value.Trim() is "Evet" or "evet" or "1": draft.Urgency ??= 1; break;
                case "author" or "dc:creator" or "dc:author" or "itunes:author" when Person(part.Value) is { } person && draft.Byline?.Contains(person, StringComparison.Ordinal) != true:
                    draft.Byline = Draft.Joined(draft.Byline, person, ", ");
                    break;
                case "itunes:category" when (string?)part.Attribute("text") is { Length: > 0 } word: draft.Subjects.Add(Prose.OneLine(word)); break;
                case "media:category": draft.Subjects.AddRange(new[] { (string?)part.Attribute("label"), part.Value }.OfType<string>().Select(Prose.OneLine)); break;
                case "category" or "dc:subject" or "kategori" or "ustkategori" when Prose.OneLine(part.Value) is { Length: > 0 } subject: draft.Subjects.Add(subject); break;
                case "enclosure" when Addresses.Resolve((string?)part.Attribute("url") ?? (string?)part.Attribute("href"), start) is { } file && !MediaParts.IsPicture(part):
                    draft.Associations.Add(new("enclosure", file.AbsoluteUri, (string?)part.Attribute("type")));
                    break;
                case "dc:rights" or "media:copyright" or "cc:license" when Prose.OneLine(part.Value) is { Length: > 0 } rights: draft.Rights ??= rights; break;
                case "media:keywords" or "itunes:keywords" or "keywords": Split(draft.Keywords, part.Value); break;
                case "location" or "sehir" when Prose.OneLine(part.Value) is { Length: > 0 } place: (draft.Dateline, draft.Located) = (draft.Dateline ?? place, place); break;
                case "source" or "dc:publisher" or "dc:source" when Prose.OneLine(part.Value) is { Length: > 0 } source: draft.Credit ??= source; break;
                case "dc:language" when part.Value.Trim() is { Length: > 0 } own: draft.Language = own; break;
                default: if (!Marks.Read(part, draft) && !AgencyFields.Read(part, draft, start)) MediaParts.Read(part, draft, start); break;
            }
        }
        AgencyFields.Describe(item, draft);
        MediaParts.Describe(item, draft);
        Fill(draft, description, full, start);
        MediaParts.Instead(item, draft);
        return draft;
    }

    static void Fill(Draft draft, XElement? description, XElement? full, Uri? start)
    {
        var body = full ?? description;
        if (body is not null)
        {
            var html = Markup.Of(body);
            var place = Addresses.Base(body, start);
            draft.Language = Addresses.Language(body) ?? draft.Language;
            draft.Body = Prose.Body(html, place);
            if (draft.Pictures.Count == 0) MediaParts.Within(html, draft, place);
        }
        if (full is not null && description is not null && Prose.OneLine(Markup.Of(description)) is { Length: > 0 } summary) draft.Standfirst = summary;
    }

    static string? Place(XElement link) =>
        (string?)link.Attribute("rel") is null or "alternate" ? ((string?)link.Attribute("href") ?? link.Value).Trim() is { Length: > 0 } place ? place : null : null;

    static void Name(Draft draft, XElement guid, Uri? start)
    {
        if (guid.Value.Trim() is not { Length: > 0 } name) return;
        draft.Guid = name;
        if ((string?)guid.Attribute("isPermaLink") != "false" && name.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            draft.Link ??= Addresses.Resolve(name, start);
    }

    /// <summary>RSS gives an address and, in brackets, the name; the name is the byline.</summary>
    static string? Person(string text)
    {
        var line = Prose.OneLine(text);
        var (open, close) = (line.IndexOf('(', StringComparison.Ordinal), line.LastIndexOf(')'));
        if (line.Contains('@', StringComparison.Ordinal))
            line = open > 0 && close > open && line.IndexOf('@', StringComparison.Ordinal) > open ? line[..open].Trim() : open >= 0 && close > open ? line[(open + 1)..close].Trim() : line.Contains('<', StringComparison.Ordinal) ? line[..line.IndexOf('<', StringComparison.Ordinal)].Trim() : "";
        return line.Length > 0 ? line : null;
    }

    static void Split(List<string> keywords, string text) =>
        keywords.AddRange(text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Prose.OneLine));
}
