using Manset.Moderation;

namespace Manset.Comments;

/// <summary><c>manset deasciify</c>: a text in, the same text with its Turkish letters out.</summary>
static class DeasciifyCommand
{
    public static int Run(Stream input, Stream output) => JsonLines.Answer(input, output, (text, answer) =>
    {
        answer.WriteString("text", TurkishLetters.Restore(text));
        return null;
    });
}
