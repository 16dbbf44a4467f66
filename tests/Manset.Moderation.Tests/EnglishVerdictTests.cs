namespace Manset.Moderation.Tests;

/// <summary>One line per text, its expected verdict beside it.</summary>
public sealed class EnglishVerdictTests
{
    static readonly Judge Judge = Judge.For(HouseRules.Default("en"));

    public static TheoryData<string> Clean =>
    [
        "I live in Scunthorpe.", "The class assessed its assets.", "A classic cockpit design.", "Shiitake mushrooms are tasty.", "Dick Cheney wrote a book.",
        "Charles Dickens lived here.", "The raccoon ran away.", "Cocktails at six.", "Titanic sank in 1912.", "Arsenal won the match.", "Penistone is a town in Yorkshire.",
        "A pig escaped from the farm.", "Snakes and rats are animals.", "You keep snakes, don't you?", "The dumb waiter is a small lift.", "The trash is collected on Monday.",
        "NATO, the EU and the UN met.", "The BBC and the NHS are funded by the public.", "This is VERY good news.", "WELL DONE", "OMG",
        "I got it, thanks.", "Am I right?", "The mal was written in Latin.", "He got the top job.", "A pic of the am session.", "That is a fool's errand.",
        "Thank you for this article; it was about time somebody wrote it.", "I disagree with every word, but it is well argued.", "See https://example.com/a-b for more.",
        "Water on Mars!", "3,000 people marched in Paris on 1 May.", "They passed the bill 52-48.", "👍", "Is this true?", "The President's speech was too long.", "He was charged with assault."
    ];

    [Theory, MemberData(nameof(Clean))]
    public void What_is_clean_is_approved(string text)
    {
        var verdict = Judge.Weigh(new(text));

        Assert.True(verdict.Decision == Decision.Approve, $"{text} → {string.Join("; ", verdict.Findings)}");
    }

    public static TheoryData<string, string, string> Offensive => new()
    {
        { "You are an idiot", "insult", "idiot" },
        { "You idiots", "insult", "idiots" },
        { "what a moron", "insult", "moron" },
        { "you are so stupid", "insult", "stupid" },
        { "You're dumb", "insult", "dumb" },
        { "you pathetic loser", "insult", "pathetic loser" },
        { "you i.d.i.o.t", "insult", "i.d.i.o.t" },
        { "you i d i o t", "insult", "i d i o t" },
        { "you 1diot", "insult", "1diot" },
        { "you idiooooot", "insult", "idiooooot" },
        { "you id\u200Biot", "insult", "id\u200Biot" },
        { "you іdіоt", "insult", "іdіоt" },
        { "IDIOT", "insult", "IDIOT" },
        { "go to hell", "insult", "go to hell" },
        { "piece of shit", "insult", "piece of shit" },
        { "fuck this", "profanity", "fuck" },
        { "fucking nonsense", "profanity", "fucking" },
        { "f*ck this", "profanity", "f*ck" },
        { "f.u.c.k this", "profanity", "f.u.c.k" },
        { "f u c k this", "profanity", "f u c k" },
        { "fuuuuck", "profanity", "fuuuuck" },
        { "FUCK", "profanity", "FUCK" },
        { "bullsh1t", "profanity", "bullsh1t" },
        { "b!tch", "profanity", "b!tch" },
        { "sh*t", "profanity", "sh*t" },
        { "@sshole", "profanity", "@sshole" },
        { "a$$hole", "profanity", "a$$hole" },
        { "What an asshole", "profanity", "asshole" },
        { "son of a bitch", "profanity", "son of a bitch" },
        { "motherfuckers", "profanity", "motherfuckers" },
        { "orospu", "profanity", "orospu" },
        { "siktir git", "profanity", "siktir git" }
    };

    [Theory, MemberData(nameof(Offensive))]
    public void What_insults_or_swears_is_refused_and_the_words_are_named(string text, string rule, string words)
    {
        var verdict = Judge.Weigh(new(text));

        Assert.Equal(Decision.Reject, verdict.Decision);
        Assert.Contains(verdict.Findings, finding => finding.Rule == rule && text[finding.Start..finding.End] == words);
        Assert.Null(verdict.Rewrite);
    }

    [Theory]
    [InlineData("THIS IS A VERY GOOD ARTICLE", "This is a very good article")]
    [InlineData("I THINK THAT THE BBC IS RIGHT", "I think that the BBC is right")]
    [InlineData("WHY? NOBODY KNOWS! TELL ME.", "Why? Nobody knows! Tell me.")]
    public void Capitals_are_refused_with_the_mended_text(string text, string rewrite)
    {
        var verdict = Judge.Weigh(new(text));

        Assert.Equal(Decision.Reject, verdict.Decision);
        Assert.Equal(rewrite, verdict.Rewrite);
        Assert.StartsWith("Nearly all of your comment", Assert.Single(verdict.Findings, finding => finding.Rule == "capitals").Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void The_English_edition_has_no_rule_of_Turkish_letters() =>
        Assert.DoesNotContain("turkish-letters", Judge.Weigh(new("Bugun hava cok guzel")).Scores.Keys);

    [Fact]
    public void Being_called_a_liar_waits_for_a_person() => Assert.Equal(Decision.Hold, Judge.Weigh(new("You are a liar")).Decision);

    [Fact]
    public void A_quoted_insult_waits_for_a_person() =>
        Assert.Equal(Decision.Hold, Judge.Weigh(new("He said: \"They are morons\" and left.")).Decision);
}
