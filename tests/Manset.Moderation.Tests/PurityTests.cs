namespace Manset.Moderation.Tests;

public sealed class PurityTests
{
    /// <summary>What would let a judgement depend on anything but the text and the rules: a network, a database, a web server, a process.</summary>
    static readonly string[] Outside =
        ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Data", "Npgsql", "System.Net", "System.Data", "System.Diagnostics.Process", "manset"];

    [Fact]
    public void The_judge_reaches_for_nothing_outside_itself()
    {
        var uses = typeof(Verdict).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!).ToArray();

        Assert.NotEmpty(uses);
        Assert.DoesNotContain(uses, name => Outside.Any(outside => name == outside || name.StartsWith(outside + ".", StringComparison.Ordinal)));
    }
}
