using Manset.Editions;

namespace Manset.Site;

static class Counted
{
    extension(Words words)
    {
        /// <summary>English has a singular after a number, Turkish has not; both have a key for it.</summary>
        public string Comments(int count) => count == 1 ? words["site.comments.one"] : words["site.comments.count", count];
    }
}
