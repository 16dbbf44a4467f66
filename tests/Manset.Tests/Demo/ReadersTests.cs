using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Manset.Demo;
using Manset.Moderation;
using Microsoft.Extensions.Time.Testing;

namespace Manset.Tests.Demo;

public sealed class ReadersTests
{
    readonly FakeTimeProvider clock = new();
    readonly PaperSite paper = new();
    readonly ConcurrentQueue<string> said = [];

    [Fact]
    public async Task A_refused_reader_may_take_the_rewrite()
    {
        await Play("tr");

        var shouting = ReaderRemark.Of("tr").First(remark => remark.Name == "Mert Aydın").Text;
        var own = paper.Posts.ToList().FindIndex(post => post.Text == shouting);
        Assert.Contains(paper.Posts.Skip(own + 1), post => post.Name == "Mert Aydın" && post.Text == PaperSite.Rewrite);
        Assert.Contains(said, line => line.Contains("refused (capitals)", StringComparison.Ordinal));
        Assert.Contains(said, line => line.Contains("held for a moderator", StringComparison.Ordinal));
    }

    /// <summary>Judged as they will be: each beside what its reader has written before.</summary>
    [Theory]
    [InlineData("tr"), InlineData("en")]
    public void What_the_readers_write_shows_every_rule_of_the_house(string language)
    {
        var rules = HouseRules.Default(language);
        var judge = Judge.For(rules);
        var remarks = ReaderRemark.Of(language);

        var shown = remarks.SelectMany((remark, at) => judge.Weigh(new(remark.Text)
        {
            Earlier = [.. remarks.Take(at).Where(earlier => earlier.Name == remark.Name).Reverse().Select(earlier => new EarlierRemark(earlier.Text, TimeSpan.FromSeconds(2), SameHand: true))]
        }).Findings).Where(finding => rules.Rules[finding.Rule].Decide(finding.Confidence) != Decision.Approve).Select(finding => finding.Rule).ToHashSet();

        Assert.Empty(rules.Rules.Keys.Except(shown));
    }

    [Fact]
    public async Task Readers_post_under_the_story_they_care_for_and_answer_one_another()
    {
        await Play("en");

        var first = paper.Posts.Single(post => post.Name == "Margaret Hale");
        var answer = paper.Posts.Single(post => post.Name == "Deniz A.");
        Assert.Equal("/en/story/library/comments", first.Path);
        Assert.Null(first.Parent);
        Assert.Equal(first.Path, answer.Path);
        Assert.Equal(first.Id, answer.Parent);
    }

    [Fact]
    public async Task A_site_that_fails_for_a_while_loses_no_reader()
    {
        paper.FailuresLeft = 12;
        await Play("tr");

        Assert.All(ReaderRemark.Of("tr"), remark => Assert.Contains(paper.Posts, post => post.Text == remark.Text));
    }

    async Task Play(string edition)
    {
        using var site = new HttpClient(paper) { BaseAddress = new("http://127.0.0.1:5080") };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        var run = Readers.Run(site, [edition], clock, said.Enqueue, patience.Token);
        while (!run.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(1, patience.Token);
        }
        await run;
    }

    sealed record Post(long Id, string Path, string Name, string Text, long? Parent);

    /// <summary>Stands where a site stands: every headline of the script is a story, capitals are refused and links are held.</summary>
    sealed class PaperSite : HttpMessageHandler
    {
        public const string Rewrite = "The same, in a lower voice.";

        readonly AgencyScript script = AgencyScript.Load();

        public ConcurrentQueue<Post> Posts { get; } = [];
        public int FailuresLeft { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (FailuresLeft-- > 0) throw new HttpRequestException("The site is being started again.");
            var path = request.RequestUri!.AbsolutePath;
            if (request.Content is null) return Answer(HttpStatusCode.OK, Feed(path.Split('/')[1]), "application/rss+xml");

            using var sent = JsonDocument.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
            var text = sent.RootElement.GetProperty("text").GetString()!;
            var parent = sent.RootElement.GetProperty("parent");
            var name = sent.RootElement.GetProperty("name").GetString()!;
            var post = new Post(Posts.Count + 1, path, name, text, parent.ValueKind == JsonValueKind.Null ? null : parent.GetInt64());
            Posts.Enqueue(post);
            if (text.Count(char.IsUpper) > text.Length / 2)
            {
                const string refusal = $$"""{"findings":[{"rule":"capitals"}],"rewrite":"{{Rewrite}}"}""";
                return Answer(HttpStatusCode.UnprocessableEntity, refusal, "application/problem+json");
            }
            return text.Contains("https://", StringComparison.Ordinal)
                ? Answer(HttpStatusCode.Accepted, """{"decision":"hold"}""", "application/json")
                : Answer(HttpStatusCode.Created, $$"""{"id":{{post.Id}}}""", "application/json");
        }

        string Feed(string edition)
        {
            var items =
                from happening in script.Events
                from take in happening.Takes
                let link = $"https://news.example/{edition}/story/{happening.Slug.Split('-')[^1]}"
                select $"<item><title>{take.Copy[edition].Headline}</title><link>{link}</link></item>";
            return $"<rss><channel>{string.Concat(items)}</channel></rss>";
        }

        static HttpResponseMessage Answer(HttpStatusCode status, string body, string type) =>
            new(status) { Content = new StringContent(body, Encoding.UTF8, type) };
    }
}
