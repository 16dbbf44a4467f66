using System.Xml.Linq;

namespace Manset.Wire;

/// <summary>Children by name, whatever their namespace.</summary>
static class Named
{
    extension(XElement element)
    {
        public XElement? Part(string name) => element.Elements().FirstOrDefault(part => part.Name.LocalName == name);
        public IEnumerable<XElement> Parts(string name) => element.Elements().Where(part => part.Name.LocalName == name);
    }
}
