using System.Diagnostics;
using Manset.Wire;

namespace Manset.Tests.Wire.Formats;

public sealed class SharedFeedsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("real-feeds")]
    [InlineData("newsml-g2")]
    [InlineData("feedparser-tests")]
    [InlineData("feedvalidator-tests")]
    [InlineData("xml-hostile")]
    [InlineData("newsml-1.2")]
    [InlineData("ninjs")]
    [InlineData("jsonfeed")]
    [InlineData("images")]
    public void Every_document_yields_items_or_reasons(string folder)
    {
        var (files, items, refused, silent) = (0, 0, 0, new List<string>());
        var reasons = new Dictionary<string, int>();
        var watch = new Stopwatch();
        foreach (var file in SharedData.Files(folder))
        {
            var bytes = File.ReadAllBytes(file);
            watch.Start();
            var reading = Manset.Wire.Formats.Read(bytes, null, new Uri("https://ajans.example/feed.xml"));
            watch.Stop();
            files++;
            items += reading.Items.Count;
            refused += reading.Refused.Count;
            foreach (var refusal in reading.Refused)
            {
                Assert.NotEmpty(refusal.Reason);
                if (bytes.Length > 0 && refusal.Reason.Contains("XML", StringComparison.Ordinal)) Assert.True(refusal.Line > 0, $"{file}: {refusal}");
                reasons[refusal.Reason] = reasons.GetValueOrDefault(refusal.Reason) + 1;
            }
            foreach (var item in reading.Items)
            {
                Assert.NotEmpty(item.Guid);
                Assert.NotEmpty(item.Headline);
                Assert.Equal(item.Body, Manset.Copy.CanonicalHtml.Of(item.Body));
            }
            if (reading.Items.Count + reading.Refused.Count == 0) silent.Add(file);
        }
        output.WriteLine($"| {folder} | {files} files | {items} items | {refused} refused | {silent.Count} without items | {watch.ElapsedMilliseconds} ms |");
        foreach (var (reason, count) in reasons.OrderByDescending(reason => reason.Value).Take(25)) output.WriteLine($"    {count} x {reason}");
        foreach (var file in silent.Take(5)) output.WriteLine($"    empty: {file}");
        Assert.True(files > 0);
    }

    [Fact]
    public void Hostile_documents_are_refused_with_their_line()
    {
        foreach (var file in SharedData.Files("xml-hostile").Where(file => !file.EndsWith(".xsd", StringComparison.Ordinal)))
        {
            var reading = Manset.Wire.Formats.Read(File.ReadAllBytes(file), "text/xml", null);
            Assert.Empty(reading.Items);
            Assert.True(Assert.Single(reading.Refused).Line >= 1, file);
        }
    }
}
