using System.Text;
using Manset.Editions;

namespace Manset.Site;

static class Robots
{
    public static Page Page(Paper paper)
    {
        var text = new StringBuilder("User-agent: *\nDisallow: /desk/\nDisallow: /api/\n");
        foreach (var edition in paper.Editions) text.Append("Disallow: ").Append(SiteLinks.Search(edition)).Append('\n');
        text.Append("Sitemap: ").Append(paper.Absolute(SiteLinks.Sitemap)).Append('\n');
        foreach (var edition in paper.Editions) text.Append("Sitemap: ").Append(paper.Absolute(SiteLinks.NewsSitemap(edition))).Append('\n');
        return new(StatusCodes.Status200OK, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text.ToString()), []);
    }
}
