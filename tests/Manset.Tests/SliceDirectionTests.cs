using System.Text.RegularExpressions;
using Manset.Editions;
using NetArchTest.Rules;

namespace Manset.Tests;

/// <summary>News flows one way: a part of the program may use only those that stand before it.</summary>
public sealed class SliceDirectionTests
{
    /// <summary>From the floor upwards, then as news flows.</summary>
    static readonly string[] Flow =
        ["Copy", "Editions", "Looks", "Data", "Ledger", "Staff", "Search", "Pictures", "Wire", "Desk", "Comments", "Site", "Press", "Recall", "Demo"];

    /// <summary>Used by all, so they use nothing of ours, not even each other.</summary>
    static readonly string[] Ground = ["Copy", "Editions"];

    /// <summary>These put the parts together, so they alone see them all, and nothing may see them.</summary>
    static readonly string[] Assemblers = ["Manset.Program", "Manset.Composition", "Manset.Commands", "Manset.Serving", "Manset.Demonstration"];

    static readonly Types Program = Types.InAssembly(typeof(Edition).Assembly);

    public static TheoryData<string> Parts => [.. Flow];

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_uses_only_those_before_it(string part)
    {
        var forbidden = Ground.Contains(part) ? Flow.Where(other => other != part) : Flow.Skip(Array.IndexOf(Flow, part) + 1);

        Breaches.None(forbidden.Select(other => $"Manset.{other}").Concat(Assemblers).SelectMany(other => Uses(part, other)));
    }

    [Fact]
    public void Every_type_has_a_place_in_the_flow()
    {
        var named = Program.GetTypes()
            .Where(type => type.Namespace?.StartsWith("Manset", StringComparison.Ordinal) is true)
            .Where(type => type.Namespace != "Manset")
            .Select(type => type.Namespace!.Split('.')[1]);

        Breaches.None(named.Except(Flow));
    }

    [Fact]
    public void Names_of_parts_are_words_of_the_newsroom()
    {
        string[] empty = ["Services", "Helpers", "Managers", "Utils", "Common", "Core", "Models", "Dtos", "Interfaces", "Extensions"];

        var folders = Repository.Files.SelectMany(file => Path.GetDirectoryName(file)!.Split(Path.DirectorySeparatorChar));
        var namespaces = Repository.Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => Regex.Matches(Repository.Read(file), @"^namespace ([\w.]+)", RegexOptions.Multiline))
            .SelectMany(found => found.Groups[1].Value.Split('.'));

        Breaches.None(folders.Concat(namespaces).Intersect(empty, StringComparer.OrdinalIgnoreCase));
    }

    static IEnumerable<string> Uses(string part, string other) =>
        Program.That().ResideInNamespaceMatching($@"^Manset\.{part}(\.|$)")
            .ShouldNot().HaveDependencyOn(other)
            .GetResult().FailingTypeNames?.Select(type => $"{type} uses {other}") ?? [];
}
