using System.Text;
using System.Text.RegularExpressions;
using Manset.Wire;

namespace Manset.Tests.Wire.Formats;

/// <summary>
/// What Python's feedparser expects of its documents, held against what we read of them. Only clauses about fields that we have are
/// counted: an item's headline, text, link, guid, hour, people, subjects, files, language, and the name of the feed.
/// Not counted: CDF, which no agency sends; guesses at East Asian code pages from the bytes alone, which feedparser itself makes only with
/// another library; an item's first hour where it also has a later one, for we keep the later; a title of nothing but a picture.
/// A document with a single field is no news; such an item is given a headline, so that the field can be looked at.
/// </summary>
public sealed partial class FeedparserTests(ITestOutputHelper output)
{
    const double Floor = 0.97;

    static readonly Uri Address = new("http://127.0.0.1:8097/tests/feed.xml");

    [Fact]
    public void Others_expectations_are_met()
    {
        var families = new SortedDictionary<string, (int Met, int Stated)>(StringComparer.Ordinal);
        var missed = new List<string>();
        foreach (var file in SharedData.Files("feedparser-tests"))
        {
            var bytes = File.ReadAllBytes(file);
            var document = Encoding.Latin1.GetString(bytes);
            var stated = Decoded(bytes);
            var clauses = Expectation.In(stated);
            var type = Expectation.ServedType(document);
            var folder = Path.GetRelativePath(SharedData.Folder("feedparser-tests"), Path.GetDirectoryName(file)!);
            if (folder.EndsWith("chardet", StringComparison.Ordinal) || folder.EndsWith("cdf", StringComparison.Ordinal)) continue;
            foreach (var clause in clauses)
            {
                if (Answer(clause, bytes, type, Located(document)) is not { } met) continue;
                var before = families.GetValueOrDefault(folder);
                families[folder] = (before.Met + (met ? 1 : 0), before.Stated + 1);
                if (!met) missed.Add($"{folder}/{Path.GetFileName(file)}: {clause.Path} == {clause.Text ?? string.Join(',', clause.Numbers)}");
            }
        }
        foreach (var (family, (met, stated)) in families) output.WriteLine($"| {family} | {met} of {stated} | {(double)met / stated:0.000} |");
        foreach (var clause in missed) output.WriteLine("    " + clause);

        var share = (double)families.Values.Sum(family => family.Met) / families.Values.Sum(family => family.Stated);
        output.WriteLine($"share met: {share:0.0000} of {families.Values.Sum(family => family.Stated)}");
        Assert.True(families.Values.Sum(family => family.Stated) > 800);
        Assert.True(share >= Floor, $"{share:0.0000}");
    }

    /// <summary>Where the document was served from, as its header says.</summary>
    static Uri Located(string document) => Location.Match(document) is { Success: true } header ? new Uri(Address, header.Groups["place"].Value.Trim()) : Address;

    static string Decoded(byte[] bytes) => Characters.Of(bytes, null);

    /// <returns>Whether it is met; null when it is about no field of ours.</returns>
    static bool? Answer(Expectation clause, byte[] document, string? type, Uri address)
    {
        if (clause.Path == "encoding") return clause.Text is { } name ? IsDecoded(document, type, name) : null;

        var reading = Read(document, type, address);
        if (clause.Path == "len.entries") return reading.Items.Count + reading.Refused.Count(refusal => refusal.Reason == "Neither a headline nor text.") == clause.Numbers[0];
        if (clause.Path is "feed.title" or "feed.title_detail.value") return clause.Text is { } title && Prose.OneLine(title).Length > 0 ? SameLine(reading.Source, title) : null;
        if (!clause.Path.StartsWith("entries.", StringComparison.Ordinal)) return null;

        var (at, field) = (int.Parse(clause.Path.Split('.')[1], null), string.Join('.', clause.Path.Split('.').Skip(2)));
        if (!IsOurs(field, clause) || (field.StartsWith("published", StringComparison.Ordinal) && Later.IsMatch(Decoded(document)))) return null;
        if (reading.Items.Count <= at) reading = Read(WithHeadlines(document), type, address);
        return reading.Items.Count > at && IsMet(field, clause, reading.Items[at]);
    }

    static Reading Read(byte[] document, string? type, Uri address) => Manset.Wire.Formats.Read(document, type, address);

    static bool IsOurs(string field, Expectation clause) => Field.IsMatch(field) && (clause.Text is not null || clause.Numbers.Count >= 6)
        && !(field.StartsWith("title", StringComparison.Ordinal) && field != "title_detail.language" && Prose.OneLine(clause.Text!).Length == 0)
        && !(field.StartsWith("published", StringComparison.Ordinal) && clause.Text is not null && WireTime.Of(clause.Text) is null);

    static bool IsMet(string field, Expectation clause, Dispatch item)
    {
        var text = clause.Text ?? "";
        return field switch
        {
            "title" or "title_detail.value" => SameLine(item.Headline, text),
            "id" or "guid" => item.Guid == text,
            "link" => item.Link is { } link && (link == new Uri(Address, text) || link.ToString() == text),
            _ when field.EndsWith("_parsed", StringComparison.Ordinal) => item.Sent == new DateTimeOffset(
                clause.Numbers[0], clause.Numbers[1], clause.Numbers[2], clause.Numbers[3], clause.Numbers[4], clause.Numbers[5], default),
            "updated" or "published" => item.Sent == WireTime.Of(text),
            "author" or "author_detail.name" or "publisher" or "publisher_detail.name" or "rights" => Says(item.Byline, Person(text)) || Says(item.Credit, Person(text)) || SameLine(item.Rights, text),
            _ when field.StartsWith("authors", StringComparison.Ordinal) => Says(item.Byline, text),
            _ when field.StartsWith("tags", StringComparison.Ordinal) || field == "category" => item.Subjects.Concat(item.Keywords).Contains(Prose.OneLine(text)),
            _ when field.Contains("language", StringComparison.Ordinal) => item.Language == text,
            _ when field.StartsWith("enclosures", StringComparison.Ordinal) || field.StartsWith("media_", StringComparison.Ordinal) || field == "image.href" =>
                item.Pictures.Select(picture => picture.Address.AbsoluteUri).Concat(item.Associations.Select(other => other.Target)).Contains(text),
            _ => SameText(item.Body, text) || SameLine(item.Standfirst ?? "", text),
        };
    }

    static bool Says(string? line, string name) => line?.Contains(name, StringComparison.Ordinal) == true;

    /// <summary>The name of a person whom feedparser gives with an address.</summary>
    static string Person(string text) => Bracketed.Replace(text, "").Trim();

    static bool SameLine(string? line, string text) => line == Prose.OneLine(text) || line == Prose.Plain(text);

    static bool SameText(string body, string text) => body == Prose.Body(text, null) || body == Prose.OfText(text)
        || (!text.Contains('<', StringComparison.Ordinal) && Prose.OneLine(body) == Prose.Plain(text));

    static bool? IsDecoded(byte[] document, string? type, string name)
    {
        try
        {
            return Characters.Of(document, type).TrimStart('\uFEFF') == Encoding.GetEncoding(name).GetString(document).TrimStart('\uFEFF');
        }
        catch (ArgumentException) { return null; }
    }

    static byte[] WithHeadlines(byte[] document) => Encoding.Latin1.GetBytes(Item.Replace(Encoding.Latin1.GetString(document),
        item => item.Groups["rest"].Value.Contains("title", StringComparison.OrdinalIgnoreCase) ? item.Value
            : $"{item.Groups["open"].Value}<{item.Groups["prefix"].Value}title>x</{item.Groups["prefix"].Value}title>{item.Groups["rest"].Value}"));

    [GeneratedRegex(@"^(?:title|title_detail\.value|id|guid|link|(?:updated|published|modified|issued)_parsed|updated|published|author|author_detail\.name|authors\.\d+\.name"
        + @"|publisher|tags\.\d+\.(?:term|label)|category|language|(?:title_detail|summary_detail|content\.\d+)\.language|enclosures\.\d+\.(?:href|url)|media_thumbnail\.\d+\.url"
        + @"|media_content\.\d+\.url|image\.href|rights|summary|description|summary_detail\.value|content\.\d+\.value)$")]
    static partial Regex Field { get; }

    [GeneratedRegex(@"Header:\s*Content-Location:\s*(?<place>\S+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    static partial Regex Location { get; }

    [GeneratedRegex(@"<(?:\w+:)?(?:updated|modified)[\s>]")]
    static partial Regex Later { get; }

    [GeneratedRegex(@"\s*(?:\([^)]*@[^)]*\)|<[^>]*>|\S+@\S+)")]
    static partial Regex Bracketed { get; }

    [GeneratedRegex(@"(?<open><(?<prefix>\w+:)?(?:item|entry)(?:\s[^>]*)?>)(?<rest>.*?)(?=</\k<prefix>?(?:item|entry)>)", RegexOptions.Singleline)]
    static partial Regex Item { get; }
}
