using System.Text;
using System.Text.RegularExpressions;

namespace Manset.Tests.Wire.Formats;

/// <summary>Feeds of newspapers and agencies as they were once sent: what they state of an item's hour and address is read.</summary>
public sealed partial class RealFeedsTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_item_has_its_headline_and_the_hour_and_link_that_it_states()
    {
        var (items, missed) = (0, new List<string>());
        foreach (var file in SharedData.Files("real-feeds").Where(file => !file.EndsWith(".json", StringComparison.Ordinal) && !file.Contains("/testdata/", StringComparison.Ordinal)))
        {
            var bytes = File.ReadAllBytes(file);
            var reading = Manset.Wire.Formats.Read(bytes, null, new Uri("https://ajans.example/feed.xml"));
            items += reading.Items.Count;
            Assert.All(reading.Items, item => Assert.NotEmpty(item.Headline));
            Assert.All(reading.Refused, refusal => Assert.NotEmpty(refusal.Reason));
            var (hours, links) = Stated(Encoding.Latin1.GetString(bytes));
            var (read, linked) = (reading.Items.Count(item => item.Sent is not null), reading.Items.Count(item => item.Link is not null));
            if (read < Math.Min(hours, reading.Items.Count)) missed.Add($"{Path.GetFileName(file)}: {read} hours of {hours} in {reading.Items.Count} items");
            if (linked < Math.Min(links, reading.Items.Count)) missed.Add($"{Path.GetFileName(file)}: {linked} links of {links} in {reading.Items.Count} items");
            if (reading.Items.Count + reading.Refused.Count == 0 && Item.IsMatch(Encoding.Latin1.GetString(bytes))) missed.Add($"{Path.GetFileName(file)}: nothing read, nothing refused");
        }
        output.WriteLine($"{items} items, {missed.Count} misses");
        foreach (var miss in missed) output.WriteLine("    " + miss);
        Assert.True(items > 500);
        Assert.Empty(missed);
    }

    /// <summary>In how many items an hour and a link stand.</summary>
    static (int Hours, int Links) Stated(string document)
    {
        var items = Item.Matches(document).Select(item => item.Value).ToList();
        return (items.Count(item => Hour.IsMatch(item)), items.Count(item => Link.IsMatch(item)));
    }

    [GeneratedRegex(@"<(?<name>item|entry)[\s>].*?</\k<name>>", RegexOptions.Singleline)]
    static partial Regex Item { get; }

    [GeneratedRegex(@"<(?:pubDate|dc:date|updated|published|modified|issued)>\s*[^<\s]")]
    static partial Regex Hour { get; }

    [GeneratedRegex(@"<link>\s*(?:<!\[CDATA\[)?\s*http|<link[^>]*href=.http")]
    static partial Regex Link { get; }
}
