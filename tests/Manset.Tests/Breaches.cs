namespace Manset.Tests;

static class Breaches
{
    /// <summary>Fails with every breach on a line of its own; xUnit's own message would cut them short.</summary>
    public static void None(IEnumerable<string> breaches)
    {
        var all = breaches.ToList();
        if (all.Count > 0) Assert.Fail(string.Join('\n', all));
    }
}
