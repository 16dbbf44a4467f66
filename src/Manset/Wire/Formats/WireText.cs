using System.Buffers;
using System.Text;

namespace Manset.Wire;

/// <summary>
/// Copy as teleprinters had it: IPTC 7901 and ANPA 1312. A message stands between SOH and ETX or EOT; its header before STX, its text after.
/// A file may hold many; a message that another's beginning cuts short is refused with its offset.
/// </summary>
static class WireText
{
    const byte StartOfHeader = 1, StartOfText = 2, EndOfText = 3, EndOfTransmission = 4, Idle = 0x16;
    const int LongestHeader = 1000;
    const int MostMessages = 10_000;

    static readonly SearchValues<byte> Between = SearchValues.Create("\0 \r\n\t\u0016\u0004"u8);

    public static bool Is(ReadOnlySpan<byte> document)
    {
        var first = document.IndexOfAnyExcept(Between);
        if (first < 0) return false;
        // What has zeros at its head is no text.
        if (document[first] == StartOfHeader) return document[first..Math.Min(document.Length, first + 64)].IndexOf((byte)0) < 0;
        // Some lines are recorded from their text on, after a header in clear.
        var text = document[..Math.Min(document.Length, LongestHeader)].IndexOf(StartOfText);
        return text >= 0 && document[..text].IndexOfAny("<{"u8) < 0 && document[text..].IndexOf(EndOfText) >= 0 && text > first && IsHeader(Encoding.Latin1.GetString(document[first..text]));
    }

    public static Reading Read(ReadOnlyMemory<byte> document)
    {
        var (drafts, format) = (new List<Draft>(), (string?)null);
        var encoding = OldCharacters.Of(document.Span);
        for (var at = 0; at < document.Length && drafts.Count < MostMessages;)
        {
            var (message, header, text, end, fault) = Next(document.Span[at..]);
            if (end == 0) break;
            var draft = new Draft { Offset = at + message, StandsByName = true, Refusal = fault };
            if (fault is null) format = Message(document.Span[(at + message)..(at + end)], header - message, text - message, encoding, draft) ?? format;
            drafts.Add(draft);
            at += end;
        }
        if (drafts.Count == MostMessages) drafts.Add(new() { Refusal = $"More than {MostMessages} messages; those after are not read." });
        var reading = Reading.Of(format ?? "iptc-7901", drafts);
        return drafts.Count > 0 ? reading : reading with { Refused = [new("No message in it.", Offset: 0)] };
    }

    /// <summary>Where the next message begins, its header and its text, and where it is over; an end of 0 when there is none.</summary>
    static (int Message, int Header, int Text, int End, string? Fault) Next(ReadOnlySpan<byte> rest)
    {
        var message = rest.IndexOfAnyExcept(Between);
        if (message < 0) return default;
        var header = rest[message] == StartOfHeader ? message + 1 : message;
        var next = rest[header..].IndexOf(StartOfHeader) is >= 0 and var other ? header + other : rest.Length;
        var text = rest[header..next].IndexOf(StartOfText) is >= 0 and var start ? header + start + 1 : -1;
        // Old recordings end a message with EOT alone, and write the hour after ETX.
        if (text < 0) return (message, header, header, next, "A message without the start of its text (STX).");
        var over = rest[text..next].IndexOf(EndOfTransmission) is >= 0 and var sent ? text + sent + 1 : next;
        if (rest[text..next].IndexOfAny(EndOfText, EndOfTransmission) < 0) return (message, header, text, next, "Cut short: a message without its end (ETX).");
        return (message, header, text, over, null);
    }

    /// <returns>Which of the two it was; null when it was refused.</returns>
    static string? Message(ReadOnlySpan<byte> message, int header, int text, Func<ReadOnlySpan<byte>, string> decode, Draft draft)
    {
        var head = decode(message[header..Math.Min(text - 1, header + LongestHeader)]);
        var end = message[text..].IndexOfAny(EndOfText, EndOfTransmission) + text;
        var (body, tail) = (decode(message[text..end]), decode(message[(end + 1)..Math.Min(message.Length, end + LongestHeader)]));
        if (Anpa1312.Read(head, body, tail, draft)) return "anpa-1312";
        if (Iptc7901.Read(head, body, tail, draft)) return "iptc-7901";
        draft.Refusal = "A message whose header is neither of IPTC 7901 nor of ANPA 1312.";
        return null;
    }

    static bool IsHeader(string header) => Iptc7901.IsHeader(header) || Anpa1312.IsHeader(header);
}
