namespace Manset.Moderation.Tests;

public sealed class HouseRulesTests
{
    [Theory]
    [InlineData("tr"), InlineData("en")]
    public void The_default_rules_name_a_version_and_only_rules_that_exist(string language)
    {
        var house = HouseRules.Default(language);

        Assert.Equal($"{language}-3", house.Version);
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

    [Theory]
    [InlineData("rules.link.hold", 5, "{\n\"version\": \"1\",\n\"language\": \"tr\",\n\"rules\": {\n\"link\": { \"hold\": 2 } } }")]
    [InlineData("rules.spelling.exempt[1]", 4, "{ \"version\": \"1\", \"language\": \"tr\", \"rules\": {\n\"spelling\": { \"exempt\": [\n\"a\",\n7] } } }")]
    [InlineData("sections.sport.rudeness", 3, "{ \"version\": \"1\", \"language\": \"tr\", \"rules\": {},\n\"sections\": { \"sport\": {\n\"rudeness\": {} } } }")]
    [InlineData("rules.spelling.strictness", 2, "{ \"version\": \"1\", \"language\": \"tr\", \"rules\": { \"spelling\": {\n\"strictness\": \"harsh\" } } }")]
    [InlineData("rules.link.message", 1, "{ \"version\": \"1\", \"language\": \"tr\", \"rules\": { \"link\": { \"message\": \"\" } } }")]
    public void What_is_wrong_is_named_with_its_line(string property, int line, string json)
    {
        var error = Assert.Throws<FormatException>(() => HouseRules.Parse(json));

        Assert.StartsWith($"House rules, line {line}, {property}: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_may_have_other_rules_and_keeps_the_rest()
    {
        var judge = Judge.For(HouseRules.Parse("""
            {
              "version": "3", "language": "tr",
              "rules": { "insult": { "hold": 0.5, "reject": 0.75 }, "link": { "hold": 0.5, "reject": 0.9, "limits": { "most": 1 } } },
              "sections": { "spor": { "link": { "limits": { "most": 3 } }, "insult": { "reject": null } } }
            }
            """));
        const string Links = "https://a.com ve https://b.com adreslerine bakın";

        Assert.Equal(Decision.Hold, judge.Weigh(new(Links)).Decision);
        Assert.Equal(Decision.Approve, judge.Weigh(new(Links) { Section = "spor" }).Decision);
        Assert.Equal(Decision.Hold, judge.Weigh(new(Links) { Section = "siyaset" }).Decision);
        Assert.Equal(Decision.Reject, judge.Weigh(new("Sen aptalsın")).Decision);
        Assert.Equal(Decision.Hold, judge.Weigh(new("Sen aptalsın") { Section = "spor" }).Decision);
        Assert.Equal("3", judge.Weigh(new("Merhaba") { Section = "spor" }).Rules);
    }

    [Fact]
    public void A_name_without_its_letters_may_be_exempt()
    {
        const string Rules = """{"version":"1","language":"tr","rules":{"turkish-letters":{"reject":0.5,"exempt":["guzelcamli"]}}}""";

        Assert.Equal(Decision.Approve, Judge.For(HouseRules.Parse(Rules)).Weigh(new("Guzelcamlida kaldım, guzelcamli")).Decision);
    }

    [Fact]
    public void A_rule_may_speak_with_the_houses_own_words()
    {
        var judge = Judge.For(HouseRules.Parse("""{"version":"1","language":"tr","rules":{"insult":{"reject":0.75,"message":"“{0}” bu gazetede yazılmaz."}}}"""));

        Assert.Equal("“aptalsın” bu gazetede yazılmaz.", Assert.Single(judge.Weigh(new("Sen aptalsın")).Findings).Explanation);
    }

    [Fact]
    public void The_schema_knows_every_rule_and_property_that_is_read()
    {
        using var schema = System.Text.Json.JsonDocument.Parse(HouseRules.Schema());
        var parts = schema.RootElement.GetProperty("$defs");

        Assert.Equal(HouseRules.RuleIds.Order(), parts.GetProperty("rules").GetProperty("propertyNames").GetProperty("enum").EnumerateArray().Select(id => id.GetString()!).Order());
        Assert.Equal(["exempt", "hold", "limits", "message", "on", "reject", "strictness", "words"],
            parts.GetProperty("rule").GetProperty("properties").EnumerateObject().Select(property => property.Name).Order());
    }

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
