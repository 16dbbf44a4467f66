using System.Xml;
using System.Xml.Linq;

namespace Manset.Wire;

/// <summary>
/// XML as a tree, without its dangers: no document type is read, no entity expanded, nothing fetched, depth and size bounded.
/// Ill-formed feeds are mended where a person would see what was meant; past the first fault beyond mending,
/// what came before it is kept and the rest refused with its line.
/// </summary>
static class XmlTree
{
    const int Deepest = 200;
    const int MostElements = 500_000;
    const int MostAttributes = 200;
    /// <summary>Down to the level of items every element knows its line.</summary>
    const int LinesKeptTo = 4;

    static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = true,
        MaxCharactersInDocument = Formats.LargestDocument,
    };

    public static (XElement? Root, Unreadable? Fault) Read(string text)
    {
        if (Prolog.Plain(text, out var plain) is { } refusal) return (null, refusal);

        var strict = Build(plain);
        return strict.Fault is null ? strict : Build(Mending.Of(plain));
    }

    extension(XElement element)
    {
        public int? Line => element.Annotation<LineNumber>()?.At;
    }

    static (XElement? Root, Unreadable? Fault) Build(string text)
    {
        XElement? root = null, open = null;
        var elements = 0;
        var context = new XmlParserContext(null, new ForgivingNamespaces(), null, XmlSpace.None);
        using var reader = XmlReader.Create(new StringReader(text), Settings, context);
        try
        {
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        if (reader.Depth > Deepest) throw Fault(reader, $"Nested deeper than {Deepest} elements.");
                        if (++elements > MostElements) throw Fault(reader, $"More than {MostElements} elements.");
                        if (reader.AttributeCount > MostAttributes) throw Fault(reader, $"More than {MostAttributes} attributes on one element.");
                        var element = Element(reader);
                        open?.Add(element);
                        root ??= element;
                        if (!reader.IsEmptyElement) open = element;
                        break;
                    case XmlNodeType.EndElement:
                        open = open?.Parent;
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                        open?.Add(new XText(reader.Value));
                        break;
                }
            }
            return (root, root is null ? new("Empty.") : null);
        }
        catch (XmlException fault)
        {
            return (Whole(root, open), new(Reason(fault), Line: Math.Max(1, fault.LineNumber)));
        }
    }

    static XElement Element(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        if (reader.Depth < LinesKeptTo) element.AddAnnotation(new LineNumber(((IXmlLineInfo)reader).LineNumber));
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI == "http://www.w3.org/2000/xmlns/") continue;
            element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
        }
        reader.MoveToElement();
        return element;
    }

    static XmlException Fault(XmlReader reader, string reason) =>
        new(reason, null, ((IXmlLineInfo)reader).LineNumber, ((IXmlLineInfo)reader).LinePosition);

    /// <summary>The tree without the item that was still open when reading failed: half an item is none.</summary>
    static XElement? Whole(XElement? root, XElement? open)
    {
        XElement? half = null;
        for (var at = open; at is not null; at = at.Parent)
            if (at.Name.LocalName is "item" or "entry" or "newsItem" or "packageItem") half = at;
        if (half == root) return half is null ? root : null;
        half?.Remove();
        return root;
    }

    /// <summary>The parser's own words without the position, which stands beside them.</summary>
    static string Reason(XmlException fault)
    {
        var position = fault.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return "Ill-formed XML: " + (position > 0 ? fault.Message[..position] : fault.Message);
    }

    sealed record LineNumber(int At);

    /// <summary>Knows what feeds mean by a prefix that they forgot to declare.</summary>
    sealed class ForgivingNamespaces() : XmlNamespaceManager(new NameTable())
    {
        public override string? LookupNamespace(string prefix) =>
            base.LookupNamespace(prefix) is { } known && (known.Length > 0 || prefix.Length == 0) ? known : Vocabulary.Meant(prefix);
    }
}
