using System.Text.Json;
using Manset.Moderation;

namespace Manset.Comments;

/// <summary><c>manset moderate</c>: a text in, what the house rules of an edition say of it out.</summary>
static class ModerateCommand
{
    public static int Run(Stream input, Stream output, string edition)
    {
        if (edition is not ("tr" or "en")) return 2;

        var judge = Judge.For(HouseRules.Default(edition));
        return JsonLines.Answer(input, output, (text, answer) =>
        {
            Write(judge.Weigh(new(text)), answer);
            return null;
        });
    }

    static void Write(Verdict verdict, Utf8JsonWriter answer)
    {
        answer.WriteString("decision", Name(verdict.Decision));
        answer.WriteStartObject("scores");
        foreach (var (rule, score) in verdict.Scores) answer.WriteNumber(rule, score);
        answer.WriteEndObject();

        answer.WriteStartArray("findings");
        foreach (var finding in verdict.Findings)
        {
            answer.WriteStartObject();
            answer.WriteString("rule", finding.Rule);
            answer.WriteNumber("start", finding.Start);
            answer.WriteNumber("end", finding.End);
            answer.WriteNumber("confidence", finding.Confidence);
            answer.WriteString("explanation", finding.Explanation);
            answer.WriteString("suggestion", finding.Suggestion);
            answer.WriteEndObject();
        }
        answer.WriteEndArray();
        answer.WriteString("rewrite", verdict.Rewrite);
    }

    static string Name(Decision decision) => decision switch
    {
        Decision.Approve => "approve",
        Decision.Hold => "hold",
        _ => "reject"
    };
}
