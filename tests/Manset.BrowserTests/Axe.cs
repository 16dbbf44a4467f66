using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Manset.BrowserTests;

/// <summary>Whether everyone can use a page: WCAG 2.2, levels A and AA, as far as a program can tell.</summary>
static class Axe
{
    static readonly AxeRunOptions Levels = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    public static async Task Passes(IPage page)
    {
        var result = await page.RunAxe(Levels);

        Assert.NotEmpty(result.Passes); // A blank page breaks no rule either.
        if (result.Violations.Length > 0)
            Assert.Fail($"{page.Url} shuts someone out:\n{string.Join('\n', result.Violations.SelectMany(Lines))}");
    }

    static IEnumerable<string> Lines(AxeResultItem violation) =>
        violation.Nodes.Select(node => $"  {violation.Id}: {violation.Help}\n    at {node.Target}\n    {node.Html}");
}
