using System.Text.RegularExpressions;
using System.Xml.Linq;
using Manset.Copy;
using Manset.Wire;

namespace Manset.Tests.Wire.Formats;

/// <summary>What the standards' own sample documents state, looked up in the plainest way, must be in what we read of them.</summary>
public sealed partial class StatedTests(ITestOutputHelper output)
{
    static readonly string[] Pictured = ["picture", "graphic"];

    readonly List<string> lost = [];
    int stated;

    [Fact]
    public void No_field_of_a_NewsML_G2_sample_is_lost()
    {
        foreach (var file in SharedData.Files("newsml-g2").Where(file => file.EndsWith(".xml", StringComparison.Ordinal)
            && (file.Contains("should_pass", StringComparison.Ordinal) || file.Contains("examples", StringComparison.Ordinal))))
        {
            var reading = Manset.Wire.Formats.Read(File.ReadAllBytes(file), null, null);
            if (Loaded(file) is not { } document) continue;
            foreach (var item in document.DescendantsAndSelf().Where(element => element.Name.LocalName is "newsItem" or "packageItem" or "conceptItem" or "knowledgeItem" or "planningItem" or "catalogItem"))
                G2(Path.GetFileName(file), item, reading);
        }
        Report(450);
    }

    void G2(string file, XElement item, Reading reading)
    {
        var guid = (string?)item.Attribute("guid");
        var read = reading.Items.FirstOrDefault(read => read.Guid == guid);
        var words = Texts(item, "itemMeta", "title").Concat(Texts(item, "contentMeta", "headline")).Concat(Texts(item, "contentMeta", "slugline")).Concat(Texts(item, "contentMeta", "description")).ToList();
        if (read is null)
        {
            Want(file, "item", guid, words.Count == 0 && reading.Refused.Any(refusal => refusal.Guid == guid));
            return;
        }
        if ((string?)item.Attribute("version") is { } version) Want(file, "version", version, read.Version.ToString(null, null) == version);
        if ((string?)item.Attribute(XNamespace.Xml + "lang") is { } language) Want(file, "language", language, read.Language == language);
        Some(file, "headline", Texts(item, "contentMeta", "headline"), line => read.Headline == line);
        Some(file, "slugline", Texts(item, "contentMeta", "slugline"), line => read.Slug == line);
        Some(file, "byline", Texts(item, "contentMeta", "by"), line => read.Byline == line);
        Some(file, "dateline", Texts(item, "contentMeta", "dateline"), line => read.Dateline == line);
        Some(file, "credit", Texts(item, "contentMeta", "creditline"), line => read.Credit == line);
        Some(file, "rights", Texts(item, "rightsInfo", "copyrightNotice"), line => read.Rights == line);
        Some(file, "usage terms", Texts(item, "rightsInfo", "usageTerms"), line => read.UsageTerms == line);
        Some(file, "located", Parts(item, "contentMeta", "located").SelectMany(place => Children(place, "name")).Select(Line), line => read.Located == line);
        All(file, "keyword", Texts(item, "contentMeta", "keyword"), word => read.Keywords.Contains(word));
        All(file, "note", Texts(item, "itemMeta", "edNote"), note => read.EditorialNote!.Contains(note, StringComparison.Ordinal));
        All(file, "urgency", Texts(item, "contentMeta", "urgency"), urgency => read.Urgency?.ToString(null, null) == urgency);
        All(file, "embargo", Texts(item, "itemMeta", "embargoed"), hour => read.Embargo == WireTime.Of(hour));
        All(file, "sent", Texts(item, "itemMeta", "versionCreated"), hour => read.Sent == DateTimeOffset.Parse(hour, null, System.Globalization.DateTimeStyles.AssumeUniversal));
        All(file, "status", Attributes(Parts(item, "itemMeta", "pubStatus"), "qcode"), status => status.EndsWith(":usable", StringComparison.Ordinal) == (read.Status == WireStatus.Usable));
        All(file, "subject", Attributes(Parts(item, "contentMeta", "subject"), "qcode"), code => read.Subjects.Contains(code) || read.Subjects.Contains("medtop:" + code.Split(':')[1]));
        All(file, "link", Attributes(Parts(item, "itemMeta", "link"), "residref"), reference => read.Associations.Any(other => other.Target == reference));
        All(file, "member", Attributes(item.Descendants().Where(part => part.Name.LocalName == "itemRef"), "residref"), reference => read.Associations.Any(other => other.Target == reference));
        var pictured = Pictured.Contains(Attributes(Parts(item, "itemMeta", "itemClass"), "qcode").FirstOrDefault()?.Split(':')[^1]);
        All(file, "rendition", pictured ? Attributes(Parts(item, "contentSet", "remoteContent").Where(part => ((string?)part.Attribute("contenttype"))?.StartsWith("image/", StringComparison.Ordinal) == true), "href") : [],
            href => Places(read).Any(place => place.EndsWith(href.Split('/')[^1].Trim(), StringComparison.Ordinal)));
        All(file, "paragraph", item.Descendants().Where(part => part.Name.LocalName == "p" && part.Ancestors().Any(outer => outer.Name.LocalName == "inlineXML")).Select(Line),
            text => Squeezed(CanonicalHtml.Text(read.Body) + read.Standfirst).Contains(Squeezed(text), StringComparison.Ordinal));
    }

    void Report(int atLeast)
    {
        output.WriteLine($"{stated - lost.Count} of {stated} stated fields are read");
        foreach (var field in lost) output.WriteLine("    " + field);
        Assert.Empty(lost);
        Assert.True(stated >= atLeast, $"{stated} fields");
    }

    void Want(string file, string field, string? value, bool met)
    {
        stated++;
        if (!met) lost.Add($"{file}: {field} {(value is { Length: > 80 } ? value[..80] : value)}");
    }

    /// <summary>Of several in different languages or roles, one is enough.</summary>
    void Some(string file, string field, IEnumerable<string> values, Func<string, bool> met)
    {
        var list = values.Where(value => value.Length > 0).ToList();
        if (list.Count > 0) Want(file, field, list[0], list.Any(met));
    }

    void All(string file, string field, IEnumerable<string> values, Func<string, bool> met)
    {
        foreach (var value in values.Where(value => value.Length > 0)) Want(file, field, value, met(value));
    }

    static XElement? Loaded(string file)
    {
        try
        {
            return XDocument.Load(file).Root;
        }
        catch (System.Xml.XmlException)
        {
            return null;
        }
    }

    static IEnumerable<string> Places(Dispatch read) =>
        read.Pictures.SelectMany(picture => picture.Renditions.Select(rendition => rendition.Address).Append(picture.Address.ToString()));

    static IEnumerable<XElement> Children(XElement parent, string name) => parent.Elements().Where(part => part.Name.LocalName == name);

    static IEnumerable<XElement> Parts(XElement item, string under, string name) => Children(item, under).SelectMany(part => Children(part, name));

    static IEnumerable<string> Texts(XElement item, string under, string name) => Parts(item, under, name).Select(Line).Where(line => line.Length > 0);

    static IEnumerable<string> Attributes(IEnumerable<XElement> parts, string name) => parts.Select(part => (string?)part.Attribute(name)).OfType<string>();

    static string Line(XElement part) => Prose.Plain(part.Value);

    static string Squeezed(string text) => Blank.Replace(text, "");

    [GeneratedRegex(@"[\s\u00A0]+")]
    static partial Regex Blank { get; }
}
