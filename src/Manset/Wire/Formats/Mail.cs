using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Text;

namespace Manset.Wire;

/// <summary>
/// E-mail (RFC 5322 and MIME), one message or an mbox of them. A message that carries a document of another format is that document's
/// envelope; any other is itself an item: subject, sender, text, pictures.
/// </summary>
static partial class Mail
{
    const int MostMessages = 1000;
    const int MostParts = 500;
    const int MostDocuments = 20;

    public static bool Is(ReadOnlySpan<byte> document, string? contentType)
    {
        if (contentType?.StartsWith("message/rfc822", StringComparison.OrdinalIgnoreCase) == true || contentType?.StartsWith("application/mbox", StringComparison.OrdinalIgnoreCase) == true) return true;
        var head = Encoding.Latin1.GetString(document[..Math.Min(document.Length, 16 * 1024)]);
        return FirstLine.IsMatch(head) && Headers.Matches(head).Select(header => header.Groups["name"].Value.ToUpperInvariant()).Distinct().Count() >= 2;
    }

    public static Reading Read(ReadOnlyMemory<byte> document, Uri? address, Wraps wraps)
    {
        using var stream = new MemoryStream(document.ToArray(), writable: false);
        var parser = new MimeParser(stream, document.Span.StartsWith("From "u8) ? MimeFormat.Mbox : MimeFormat.Entity);
        var readings = new List<Reading>();
        while (!parser.IsEndOfStream && readings.Count < MostMessages)
        {
            var start = (int)parser.Position;
            try
            {
                readings.Add(Message(parser.ParseMessage(), start, address, wraps));
            }
            catch (FormatException)
            {
                readings.Add(new(null, [], [new("Not a message of e-mail.", Offset: start)]));
                break;
            }
        }
        return new("mail", [.. readings.SelectMany(each => each.Items)], [.. readings.SelectMany(each => each.Refused)]);
    }

    static Reading Message(MimeMessage message, int offset, Uri? address, Wraps wraps)
    {
        var parts = message.BodyParts.Take(MostParts).ToList();
        var carried = parts.Where(part => part is MessagePart || part.IsAttachment || !part.ContentType.IsMimeType("text", "*")).Take(MostDocuments).Select(part => Carried(part, address, wraps)).OfType<Reading>().Where(reading => reading.Items.Count > 0).ToList();
        if (carried.Count > 0) return new(carried[0].Format, [.. carried.SelectMany(each => each.Items)], [.. carried.SelectMany(each => each.Refused)]);

        var sender = message.From.Mailboxes.FirstOrDefault() ?? message.Sender;
        var name = sender?.Name is { } said && Prose.Plain(said) is { Length: > 0 } person ? person : null;
        var draft = new Draft
        {
            Offset = offset,
            Guid = message.MessageId,
            Headline = Prose.Plain(message.Subject ?? ""),
            Byline = name,
            Credit = name ?? sender?.Domain,
            Sent = message.Headers[HeaderId.Date] is { } date ? Dated(message.Date) ?? WireTime.Of(date) : null,
            Language = message.Headers[HeaderId.ContentLanguage]?.Split(',')[0].Trim(),
            Urgency = message.Importance == MessageImportance.High || message.XPriority is XMessagePriority.Highest or XMessagePriority.High ? 3 : null,
        };
        if (message.Headers[HeaderId.Keywords] is { } words) draft.Keywords.AddRange(words.Split([',', ';'], StringSplitOptions.TrimEntries).Select(Prose.Plain));
        if (message.InReplyTo is { Length: > 0 } earlier) draft.Associations.Add(new("inReplyTo", earlier, null));
        Text(parts, draft, address);
        foreach (var part in parts.OfType<MimePart>()) Attached(part, draft);
        return Reading.Of("mail", [draft]);
    }

    static DateTimeOffset? Dated(DateTimeOffset date) => date.Year > 1970 ? date.ToUniversalTime() : null;

    /// <summary>A document of a news format among the attachments, or a whole message that was sent on.</summary>
    static Reading? Carried(MimeEntity part, Uri? address, Wraps wraps)
    {
        if (part is MessagePart { Message: { } inner }) return Message(inner, 0, address, wraps.Deeper) is var sent && wraps.Depth < 2 ? sent : null;
        var wanted = part is MimePart { Content: not null } && (!part.ContentType.IsMimeType("text", "*") || part.IsAttachment || part.ContentType.MediaSubtype is "xml");
        return wanted && !part.ContentType.IsMimeType("image", "*") ? Formats.Read(Bytes((MimePart)part), part.ContentType.MimeType, address, wraps.Deeper) : null;
    }

    /// <summary>Of alternatives the marked-up one.</summary>
    static void Text(List<MimeEntity> parts, Draft draft, Uri? address)
    {
        var texts = parts.OfType<TextPart>().Where(part => !part.IsAttachment && part.Content is not null).ToList();
        if (texts.Find(part => part.IsHtml) is { } marked) draft.Body = Prose.Body(Letters(marked), address);
        if (draft.Body.Length > 0) return;
        foreach (var plain in texts.Where(part => part.IsPlain))
        {
            var text = Letters(plain);
            if (plain.IsFlowed) text = new FlowedToText { DeleteSpace = plain.ContentType.Parameters["delsp"] == "yes" }.Convert(text);
            draft.Body = Prose.OfText(text);
            if (draft.Body.Length > 0) return;
        }
    }

    /// <summary>A mailer's word about its letters is worth no more than a server's.</summary>
    static string Letters(TextPart part) => Characters.Of(Bytes(part), part.ContentType.Charset is { Length: > 0 } charset ? $"text/plain; charset={charset}" : null).TrimStart('\uFEFF');

    static void Attached(MimePart part, Draft draft)
    {
        if (part.Content is null || part is TextPart { IsAttachment: false }) return;
        var name = part.FileName ?? part.ContentId;
        if (!part.ContentType.IsMimeType("image", "*"))
        {
            if (name is { Length: > 0 }) draft.Associations.Add(new("enclosure", name, part.ContentType.MimeType));
        }
        else if (draft.Pictures.Count < Draft.MostPictures && Bytes(part) is var picture)
        {
            // Two messages may each have an image001.png; the same bytes are the same picture.
            var place = new Uri("cid:" + Convert.ToHexStringLower(SHA256.HashData(picture)));
            draft.Pictures.Add(new(place, part.ContentDescription is { } caption ? Prose.Plain(caption) : null, null, null) { Bytes = picture });
        }
    }

    static byte[] Bytes(MimePart part)
    {
        using var output = new MemoryStream();
        part.Content?.DecodeTo(output);
        return output.ToArray();
    }

    [GeneratedRegex(@"\A\s*(?:From |[A-Za-z][A-Za-z0-9-]{1,60}:[ \t\r\n])")]
    static partial Regex FirstLine { get; }

    [GeneratedRegex(@"^(?<name>From|To|Date|Subject|Message-ID|Received|MIME-Version|Return-Path|Delivered-To|Content-Type|Reply-To):", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    static partial Regex Headers { get; }
}
