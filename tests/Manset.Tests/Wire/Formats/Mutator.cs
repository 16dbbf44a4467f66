using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Manset.Tests.Wire.Formats;

/// <summary>Damages documents as their structure has it: elements, attributes and members doubled, nested, exchanged; letters recoded; archives and messages around.</summary>
sealed class Mutator(int seed, IReadOnlyList<byte[]> samples)
{
    readonly Random chance = new(seed);

    public byte[] Next()
    {
        var document = Any(samples);
        if (chance.Next(4) == 0) document = Spliced(document, Any(samples));
        document = document.AsSpan().TrimStart((byte)' ') switch
        {
            [(byte)'<', ..] => Tree(document),
            [(byte)'{' or (byte)'[', ..] => Json(document),
            _ => document,
        };
        if (chance.Next(3) == 0) document = Bytes([.. document]);
        return chance.Next(8) switch
        {
            0 => Packed(document),
            1 => Packed(Packed(document)),
            2 => Packed(document) is var packed && packed.Length > 20 ? packed[..^chance.Next(1, 20)] : packed,
            3 => Posted(document),
            4 => Posted(Posted(Packed(document))),
            _ => document,
        };
    }

    byte[] Tree(byte[] bytes)
    {
        XElement root;
        try { root = XElement.Parse(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF')); }
        catch (System.Xml.XmlException) { return Bytes([.. bytes]); }

        // Prefixes are made anew when it is written.
        foreach (var element in root.DescendantsAndSelf()) element.Attributes().Where(each => each.IsNamespaceDeclaration).Remove();
        for (var strokes = chance.Next(1, 5); strokes > 0; strokes--)
        {
            var elements = root.DescendantsAndSelf().Take(2000).ToList();
            var (one, other) = (Any(elements), Any(elements));
            switch (chance.Next(9))
            {
                case 0: for (var times = chance.Next(1, 60); times > 0 && one.Parent is not null; times--) one.AddAfterSelf(new XElement(one)); break;
                case 1: Nest(one, chance.Next(1, 260)); break;
                case 2: Exchange(one, other); break;
                case 3: one.Name = other.Name; break;
                case 4: other.Add(new XElement(one)); break;
                case 5: if (one.Parent is not null) one.Remove(); break;
                case 6: one.Value = new string('ş', chance.Next(1, 20_000)); break;
                case 7: foreach (var part in one.DescendantsAndSelf()) part.Name = part.Name.LocalName; break;
                case 8: one.SetAttributeValue("version", chance.Next(2) == 0 ? "-1" : "99999999999999999999"); break;
            }
        }
        return Recoded(root.ToString(SaveOptions.DisableFormatting));
    }

    static void Nest(XElement element, int depth)
    {
        var inner = new XElement(element.Name, "x");
        for (; depth > 0; depth--) inner = new XElement(element.Name, inner);
        element.Add(inner);
    }

    static void Exchange(XElement one, XElement other)
    {
        var (mine, theirs) = (one.Attributes().ToList(), other.Attributes().ToList());
        if (one == other) return;
        one.RemoveAttributes();
        other.RemoveAttributes();
        one.Add(theirs);
        other.Add(mine);
    }

    /// <summary>In other letters than it says, or says and is.</summary>
    byte[] Recoded(string text)
    {
        var encoding = Any<Encoding>([Encoding.UTF8, Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1, new UTF8Encoding(true)]);
        var said = Any(["utf-8", "iso-8859-9", "utf-16", "windows-1254", "ibm037", "x-unknown", "utf-7"]);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes((chance.Next(2) == 0 ? $"<?xml version=\"1.0\" encoding=\"{said}\"?>" : "") + text)];
    }

    byte[] Json(byte[] bytes)
    {
        try
        {
            return JsonNode.Parse(bytes, documentOptions: new() { MaxDepth = 64 }) is { } root ? Members(root) : bytes;
        }
        // Spliced documents may be none, or have a member twice, which a tree cannot hold.
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException)
        {
            return Bytes([.. bytes]);
        }
    }

    byte[] Members(JsonNode root)
    {
        for (var strokes = chance.Next(1, 5); strokes > 0; strokes--)
        {
            var nodes = Nodes(root).Take(500).ToList();
            var (one, other) = (Any(nodes), Any(nodes));
            if (one is JsonObject thing && thing.Count > 0)
            {
                var member = Any(thing.ToList()).Key;
                thing[member] = chance.Next(6) switch
                {
                    0 => null,
                    1 => -1,
                    2 => new JsonArray([.. Enumerable.Range(0, chance.Next(1, 300)).Select(_ => thing[member]?.DeepClone())]),
                    3 => Deep(chance.Next(1, 80)),
                    4 => new JsonObject { [member] = thing[member]?.DeepClone() },
                    _ => other.DeepClone(),
                };
            }
            else if (one is JsonArray list) list.Add(other.DeepClone());
        }
        return Encoding.UTF8.GetBytes(root.ToJsonString(new() { MaxDepth = 1000 }));
    }

    static JsonNode Deep(int depth)
    {
        JsonNode inner = 1;
        for (; depth > 0; depth--) inner = depth % 2 == 0 ? new JsonArray(inner) : new JsonObject { ["items"] = inner };
        return inner;
    }

    static IEnumerable<JsonNode> Nodes(JsonNode node) =>
        new[] { node }.Concat((node switch { JsonObject thing => thing.Select(member => member.Value), JsonArray list => list, _ => [] }).OfType<JsonNode>().SelectMany(Nodes));

    byte[] Bytes(List<byte> bytes)
    {
        for (var strokes = chance.Next(1, 5); strokes > 0 && bytes.Count > 2; strokes--)
        {
            var at = chance.Next(bytes.Count);
            var length = Math.Min(chance.Next(1, 40), bytes.Count - at);
            switch (chance.Next(5))
            {
                case 0: bytes.RemoveRange(at, length); break;
                case 1: bytes[at] = (byte)chance.Next(256); break;
                case 2: bytes.InsertRange(at, Enumerable.Repeat(bytes.GetRange(at, length), chance.Next(1, 200)).SelectMany(piece => piece).ToArray()); break;
                case 3: bytes.Insert(at, "<>&;\"'[]{}!?-/\0\u0001\u0002\u0003^"u8[chance.Next(19)]); break;
                case 4: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }
        return [.. bytes];
    }

    byte[] Spliced(byte[] one, byte[] other) => [.. one[..chance.Next(one.Length)], .. other[chance.Next(other.Length)..]];

    static byte[] Packed(byte[] document)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(document);
        return packed.ToArray();
    }

    byte[] Posted(byte[] document) => Encoding.ASCII.GetBytes(
        $"From: a@ajans.example\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nMetin.\r\n"
        + string.Concat(Enumerable.Repeat($"--b\r\nContent-Type: {Any(["application/xml", "application/gzip", "message/rfc822", "application/octet-stream"])}\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(document)}\r\n", chance.Next(1, 4)))
        + "--b--\r\n");

    T Any<T>(IReadOnlyList<T> of) => of[chance.Next(of.Count)];
}
