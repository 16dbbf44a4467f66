using System.Text;
using System.Text.Json;
using Manset.Comments;

namespace Manset.Tests.Comments;

public sealed class ModerateCommandTests
{
    [Fact]
    public void Every_line_is_answered_in_its_place_and_a_bad_one_does_not_stop_the_rest()
    {
        var (code, lines) = Moderate("""
            {"id":"1","text":"BU HABER COK GUZEL OLMUS"}
            this is no JSON
            {"id":3,"text":"Bu haber çok güzel olmuş."}
            {"id":"4"}
            {"id":"5","text":7}
            [1]

            {"id":"8","text":"Sen tam bir aptalsın"}
            """);

        Assert.Equal(1, code);
        Assert.Equal(8, lines.Length);
        Assert.Equal("reject", lines[0].GetProperty("decision").GetString());
        Assert.Equal("Bu haber çok güzel olmuş", lines[0].GetProperty("rewrite").GetString());
        Assert.Equal(JsonValueKind.Null, lines[1].GetProperty("id").ValueKind);
        Assert.Equal(3, lines[2].GetProperty("id").GetInt32());
        Assert.Equal("approve", lines[2].GetProperty("decision").GetString());
        Assert.All([1, 3, 4, 5, 6], line => Assert.NotEmpty(lines[line].GetProperty("error").GetString()!));
        Assert.Equal("5", lines[4].GetProperty("id").GetString());
        Assert.Equal("insult", lines[7].GetProperty("findings")[0].GetProperty("rule").GetString());
    }

    [Fact]
    public void Places_count_utf_16_code_units_and_the_end_is_exclusive()
    {
        var (_, lines) = Moderate("""{"id":"1","text":"👍 sen aptalsın"}""");

        var finding = lines[0].GetProperty("findings")[0];
        Assert.Equal("aptalsın", "👍 sen aptalsın"[finding.GetProperty("start").GetInt32()..finding.GetProperty("end").GetInt32()]);
    }

    [Fact]
    public void Turkish_letters_leave_as_they_are()
    {
        using var output = new MemoryStream();
        var code = DeasciifyCommand.Run(Bytes("""{"id":"ş","text":"Bugun hava cok guzel"}"""), output);

        Assert.Equal(0, code);
        Assert.Equal("""{"id":"ş","text":"Bugün hava çok güzel"}""" + "\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Theory]
    [InlineData(new byte[] { 0x7B, 0x22, 0x69, 0x64, 0x22, 0x3A, 0x22, 0xFF, 0xFE, 0x22, 0x7D, 0x0A })]
    [InlineData(new byte[] { 0x00, 0x0A })]
    [InlineData(new byte[] { 0xC3 })]
    public void Bytes_that_are_no_text_are_answered_with_an_error(byte[] bytes)
    {
        using var output = new MemoryStream();

        Assert.Equal(1, ModerateCommand.Run(new MemoryStream(bytes), output, "tr"));
        Assert.Contains("\"error\":", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_answered_with_an_error_and_the_id_is_kept()
    {
        var (code, lines) = Moderate("""{"id":"a","text":"\ud800"}""");

        Assert.Equal(1, code);
        Assert.Equal("a", lines[0].GetProperty("id").GetString());
        Assert.NotEmpty(lines[0].GetProperty("error").GetString()!);
    }

    [Fact]
    public void Nothing_in_is_nothing_out_and_an_unknown_edition_is_wrong_usage()
    {
        Assert.Equal((0, 0), (Moderate("").Code, Moderate("").Lines.Length));
        Assert.Equal(2, ModerateCommand.Run(Stream.Null, Stream.Null, "fr"));
    }

    [Fact]
    public void A_line_of_a_megabyte_and_one_without_an_end_are_answered_too()
    {
        var (code, lines) = Moderate($$"""{"id":"1","text":"{{new string('a', 1_000_000)}}"}""" + "\r\n" + """{"id":"2","text":"Güzel haber."}""");

        Assert.Equal(0, code);
        Assert.Equal(["reject", "approve"], lines.Select(line => line.GetProperty("decision").GetString()));
    }

    [Fact]
    public void An_answer_leaves_before_the_next_question_is_awaited()
    {
        using var output = new MemoryStream();
        using var conversation = new Conversation(["{\"id\":1,\"text\":\"Merhaba\"}\n", "{\"id\":2,\"text\":\"Merhaba\"}\n"], () => output.Length);
        ModerateCommand.Run(conversation, output, "tr");

        Assert.Equal(0, conversation.AnsweredBefore[0]);
        Assert.True(conversation.AnsweredBefore[1] > 0);
        Assert.True(conversation.AnsweredBefore[2] > conversation.AnsweredBefore[1]);
    }

    static (int Code, JsonElement[] Lines) Moderate(string input)
    {
        using var output = new MemoryStream();
        var code = ModerateCommand.Run(Bytes(input), output, "tr");
        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (code, [.. lines.Select(line => JsonDocument.Parse(line).RootElement)]);
    }

    static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Hands out one question at each reading, and notes how much had been answered by then.</summary>
    sealed class Conversation(string[] questions, Func<long> answered) : MemoryStream
    {
        int next;

        public List<long> AnsweredBefore { get; } = [];

        public override int Read(byte[] buffer, int offset, int count)
        {
            AnsweredBefore.Add(answered());
            return next == questions.Length ? 0 : Encoding.UTF8.GetBytes(questions[next++], buffer.AsSpan(offset, count));
        }
    }
}
