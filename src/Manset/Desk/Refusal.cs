using Manset.Editions;

namespace Manset.Desk;

/// <summary>Why something was not done, for a person to read.</summary>
/// <param name="Code">One word by which programs know it; the words for people stand under <c>desk.refusal.CODE</c>.</param>
public sealed record Refusal(string Code, params IReadOnlyList<Flaw> Flaws)
{
    public string In(Words words) => words[$"desk.refusal.{Code}"];
}

/// <summary>One thing that the preflight found in the copy.</summary>
/// <param name="Start">UTF-16 code units into the field; end exclusive.</param>
public sealed record Flaw(string Check, string Field, int Start, int End, bool Blocks)
{
    public string In(Words words) => words[$"desk.flaw.{Check}", words[$"desk.field.{Field}"]];
}
