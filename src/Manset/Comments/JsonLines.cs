using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Manset.Comments;

/// <summary>
/// Answers JSON Lines one for one, in order. A bad line is answered with its error and does not stop the rest.
/// Answers wait in memory while more input is at hand and leave before the next wait for it, so a conversation flows too.
/// </summary>
static class JsonLines
{
    const int LongestLine = 64 << 20;

    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="answer">Writes the properties behind <c>id</c>; gives back what is wrong with the line, having written nothing, or null.</param>
    /// <returns>0 when every line was answered well, else 1.</returns>
    public static int Answer(Stream input, Stream output, Func<string, Utf8JsonWriter, string?> answer)
    {
        var answers = new ArrayBufferWriter<byte>(1 << 16);
        var well = true;
        foreach (var line in Lines(input, beforeWaiting: () => Flush(answers, output)))
        {
            well &= AnswerLine(line, answers, answer);
            answers.Write("\n"u8);
            if (answers.WrittenCount > 1 << 20) Flush(answers, output);
        }
        Flush(answers, output);
        return well ? 0 : 1;
    }

    static bool AnswerLine(ReadOnlyMemory<byte> line, ArrayBufferWriter<byte> answers, Func<string, Utf8JsonWriter, string?> answer)
    {
        using var writer = new Utf8JsonWriter(answers, Plain);
        var id = (JsonElement?)null;
        string? error;
        writer.WriteStartObject();
        try
        {
            using var document = JsonDocument.Parse(line);
            error = Parts(document.RootElement, out id, out var text);
            writer.WritePropertyName("id");
            if (id is { } known) known.WriteTo(writer); else writer.WriteNullValue();
            error ??= answer(text, writer);
        }
        catch (JsonException problem)
        {
            error = $"This line is not JSON (byte {problem.BytePositionInLine + 1}).";
            writer.WriteNull("id");
        }
        if (error is not null) writer.WriteString("error", error);
        writer.WriteEndObject();
        return error is null;
    }

    static string? Parts(JsonElement line, out JsonElement? id, out string text)
    {
        (id, text) = (null, "");
        if (line.ValueKind is not JsonValueKind.Object) return "This line is not a JSON object.";
        if (line.TryGetProperty("id", out var given) && given.ValueKind is JsonValueKind.String or JsonValueKind.Number && IsWhole(given)) id = given;
        if (!line.TryGetProperty("text", out var value)) return "The property text is missing.";
        if (value.ValueKind is not JsonValueKind.String) return "The property text is not a string.";
        if (!IsWhole(value)) return "The property text is not valid Unicode.";

        text = value.GetString()!;
        return null;
    }

    /// <summary>A string may hold half a surrogate pair (<c>"\ud800"</c>), which no text can.</summary>
    static bool IsWhole(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String) return true;

        try
        {
            return value.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    static IEnumerable<ReadOnlyMemory<byte>> Lines(Stream input, Action beforeWaiting)
    {
        var buffer = new byte[1 << 16];
        var (start, end, searched, first) = (0, 0, 0, true);
        while (true)
        {
            var stop = buffer.AsSpan(searched..end).IndexOf((byte)'\n');
            if (stop >= 0)
            {
                yield return Trimmed(buffer.AsMemory(start..(searched + stop)), first);
                first = false;
                start = searched = searched + stop + 1;
                continue;
            }

            searched = end;
            if (start > 0)
            {
                buffer.AsSpan(start..end).CopyTo(buffer);
                (start, end, searched) = (0, end - start, end - start);
            }
            if (end == buffer.Length)
            {
                if (end >= LongestLine) throw new InvalidDataException($"A line is longer than {LongestLine >> 20} MB.");
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            beforeWaiting();
            var read = input.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                if (end > start) yield return Trimmed(buffer.AsMemory(start..end), first);
                yield break;
            }
            end += read;
        }
    }

    static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> line, bool first)
    {
        if (first && line.Span.StartsWith("\uFEFF"u8)) line = line[3..];
        return line.Span.EndsWith("\r"u8) ? line[..^1] : line;
    }

    static void Flush(ArrayBufferWriter<byte> answers, Stream output)
    {
        if (answers.WrittenCount == 0) return;

        output.Write(answers.WrittenSpan);
        output.Flush();
        answers.ResetWrittenCount();
    }
}
