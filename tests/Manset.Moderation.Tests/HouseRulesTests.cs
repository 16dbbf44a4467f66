namespace Manset.Moderation.Tests;

public sealed class HouseRulesTests
{
    [Theory]
    [InlineData("tr"), InlineData("en")]
    public void The_default_rules_name_a_version_and_only_rules_that_exist(string language)
    {
        var house = HouseRules.Default(language);

        Assert.Equal($"{language}-2", house.Version);
        Assert.All(house.Rules.Keys, rule => Assert.True(HouseRules.RuleIds.Contains(rule), rule));
        Assert.Equal(house.Version, Judge.For(house).Weigh(new("Merhaba")).Rules);
    }

    [Theory]
    [InlineData("{\n  \"version\": \"1\",\n  oops }", "line 3")]
    [InlineData("[]", "the whole")]
    [InlineData("""{"language":"tr","rules":{}}""", "version")]
    [InlineData("""{"version":"1","language":"fr","rules":{}}""", "language")]
    [InlineData("""{"version":"1","language":"tr"}""", "rules")]
    [InlineData("""{"version":"1","language":"tr","rules":{"rudeness":{}}}""", "rules.rudeness")]
    [InlineData("""{"version":"1","language":"tr","rules":{"link":{"hold":2}}}""", "rules.link.hold")]
    [InlineData("""{"version":"1","language":"tr","rules":{"link":{"reject":"much"}}}""", "rules.link.reject")]
    [InlineData("""{"version":"1","language":"tr","rules":{"link":{"limits":{"most":-1}}}}""", "rules.link.limits.most")]
    [InlineData("""{"version":"1","language":"tr","rules":{"link":{"words":[1]}}}""", "rules.link.words[0]")]
    [InlineData("""{"version":"1","language":"tr","rules":{"link":{"on":"yes"}}}""", "rules.link.on")]
    [InlineData("""{"version":"1","language":"tr","rules":{"link":{"strict":1}}}""", "rules.link.strict")]
    [InlineData("""{"version":"1","language":"tr","rules":{"link":{},"link":{}}}""", "rules.link")]
    [InlineData("", "line 1")]
    public void Rules_that_cannot_be_used_say_where(string json, string place) =>
        Assert.Contains(place, Assert.Throws<FormatException>(() => HouseRules.Parse(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_rule_that_is_off_or_absent_neither_scores_nor_decides()
    {
        var judge = Judge.For(HouseRules.Parse("""{"version":"1","language":"tr","rules":{"insult":{"on":false,"reject":0.5},"length":{"reject":0.9}}}"""));
        var verdict = judge.Weigh(new("SEN TAM BİR APTALSIN KARDEŞİM"));

        Assert.Equal(Decision.Approve, verdict.Decision);
        Assert.Equal(["length", "offensive"], verdict.Scores.Keys.Order());
    }

    [Fact]
    public void The_houses_own_words_take_suffixes_and_its_exemptions_spare()
    {
        var judge = Judge.For(HouseRules.Parse("""
            {"version":"7","language":"tr","rules":{"insult":{"hold":0.5,"reject":0.75,"words":["patlıcan"],"exempt":["salak"]}}}
            """));

        Assert.Equal(Decision.Reject, judge.Weigh(new("Patlıcanlar sizi")).Decision);
        Assert.Equal(Decision.Reject, judge.Weigh(new("Patlicansin")).Decision);
        Assert.Equal(Decision.Approve, judge.Weigh(new("Sen salaksın")).Decision);
        Assert.Equal("7", judge.Weigh(new("Merhaba")).Rules);
    }

    [Fact]
    public void Thresholds_decide()
    {
        var rule = new HouseRule { Hold = 0.5, Reject = 0.9 };

        Assert.Equal([Decision.Approve, Decision.Hold, Decision.Reject], new[] { 0.4, 0.5, 0.9 }.Select(rule.Decide));
        Assert.Equal(Decision.Approve, new HouseRule().Decide(1));
    }
}
