using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Manset.Tests;

/// <summary>What every file of the source owes to whoever opens it next.</summary>
public sealed class SourceTests
{
    static readonly string[] CodeEndings =
        [".cs", ".razor", ".css", ".js", ".sql", ".csproj", ".props", ".targets", ".slnx", ".yml", ".sh", "build", "run"];

    static readonly IReadOnlyList<string> Code =
        [.. Repository.Files.Where(file => CodeEndings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))];

    static readonly IReadOnlyList<string> Prose = [.. Repository.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal))];

    [Fact]
    public void Nothing_is_left_for_later()
    {
        // Written apart, so that this file does not find itself.
        var unfinished = new Regex(@"\b(TO" + "DO|FIX" + @"ME)\b|NotImplemented" + "Exception");

        Assert.NotEmpty(Code);
        Breaches.None(Code.SelectMany(file => Found(unfinished, file)));
    }

    [Fact]
    public void Nothing_is_tied_to_one_machine()
    {
        var pathOfOneMachine = new Regex(@"(?<![\w.}/*-])/(home|Users|root|work|tmp)/\w" + @"|\b[A-Z]:\\+Users\b");

        Breaches.None(Code.Concat(Prose).SelectMany(file => Found(pathOfOneMachine, file)));
    }

    [Fact]
    public void No_test_counts_on_the_order_of_tests()
    {
        var order = new Regex(@"\bTest(Case|Method|Class|Collection|Assembly)?" + "Orderer");

        Breaches.None(Code.SelectMany(file => Found(order, file)));
    }

    [Fact]
    public void Decisions_are_numbered_without_a_gap()
    {
        var decisions = Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "decisions"), "*.md")
            .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal).ToArray();

        Assert.NotEmpty(decisions);
        Assert.All(decisions, (name, index) => Assert.Matches($@"^{index + 1:0000}-[a-z0-9-]+\.md$", name));
    }

    [Fact]
    public void Every_package_has_a_reason()
    {
        var packages = XDocument.Parse(Repository.Read("Directory.Packages.props"))
            .Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value);
        var reasons = Repository.Read(Path.Combine("docs", "decisions", "0002-packages.md"));

        Assert.All(packages, package => Assert.Contains($"**{package}**", reasons, StringComparison.Ordinal));
    }

    static IEnumerable<string> Found(Regex pattern, string file) =>
        pattern.Matches(Repository.Read(file)).Select(match => $"{file}: {match.Value}");
}
