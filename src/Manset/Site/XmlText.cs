using System.Text;
using System.Xml;

namespace Manset.Site;

static class XmlText
{
    /// <summary>XML 1.0 has no way to write most control characters; copy from outside may still hold one.</summary>
    public static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(IsWritable));

    static bool IsWritable(Rune sign) => !sign.IsBmp || XmlConvert.IsXmlChar((char)sign.Value);

    public static byte[] Write(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), CheckCharacters = false })) write(xml);
        return bytes.ToArray();
    }

    /// <summary>An empty element that says everything in its attributes.</summary>
    public static void Mark(this XmlWriter xml, string name, string space, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, space);
        foreach (var (key, value) in attributes) xml.WriteAttributeString(key, value);
        xml.WriteEndElement();
    }
}
