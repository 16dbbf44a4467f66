using FsCheck;
using FsCheck.Fluent;
using Manset.Wire;

namespace Manset.Tests.Wire;

/// <summary>One thing that happens to a newsroom.</summary>
abstract record Step;

/// <summary>An agency sends a take.</summary>
/// <param name="Item">Which item: 0 and 1 have the same guid on two wires, 2 is the first wire's other one.</param>
/// <param name="Version">Any order, any number of times.</param>
/// <param name="Embargo">Minutes from the start of the script; null for none.</param>
sealed record Sends(int Item, int Version, WireStatus Status, int? Embargo, int Words, bool Corrects) : Step;

/// <summary>An editor saves words of their own.</summary>
sealed record Edits(int Item, int Words) : Step;

/// <summary>An editor publishes what stands.</summary>
sealed record Publishes(int Item) : Step;

/// <summary>An editor takes what a newer take changed and they had not rewritten.</summary>
sealed record TakesUntouched(int Item) : Step;

/// <summary>An editor withdraws it.</summary>
sealed record Kills(int Item) : Step;

/// <summary>Time passes.</summary>
sealed record Waits(int Minutes) : Step;

/// <summary>The clock is set, forward or back; nobody is woken.</summary>
sealed record SetsClock(int Minutes) : Step;

/// <summary>The newsroom stops and starts again, perhaps before it had done what follows from the step before.</summary>
sealed record Restarts(bool AtOnce) : Step;

/// <summary>What happens, one after the other.</summary>
sealed record Script(IReadOnlyList<Step> Steps)
{
    const int Items = 3, Longest = 14;

    static readonly Gen<int> Item = Gen.Choose(0, Items - 1);

    static readonly Gen<Step> Any = Gen.Frequency(
        (9, from item in Item
            from version in Gen.Choose(1, 6)
            from status in Gen.Frequency((8, Gen.Elements(WireStatus.Usable)), (1, Gen.Elements(WireStatus.Withheld)), (2, Gen.Elements(WireStatus.Killed)))
            from embargo in Gen.Frequency((4, Gen.Elements<int?>([null])), (2, Gen.Choose(-30, 180).Select(minutes => (int?)minutes)))
            from words in Gen.Choose(1, 4)
            from corrects in Gen.Elements(false, false, true)
            select (Step)new Sends(item, version, status, embargo, words, corrects)),
        (3, from item in Item from words in Gen.Choose(1, 9) select (Step)new Edits(item, words)),
        (2, Item.Select(item => (Step)new Publishes(item))),
        (2, Item.Select(item => (Step)new TakesUntouched(item))),
        (1, Item.Select(item => (Step)new Kills(item))),
        (3, Gen.Choose(1, 90).Select(minutes => (Step)new Waits(minutes))),
        (1, Gen.Choose(-60, 60).Select(minutes => (Step)new SetsClock(minutes))),
        (1, Gen.Elements(false, true).Select(atOnce => (Step)new Restarts(atOnce))));

    public static readonly Arbitrary<Script> Scripts = Arb.From(
        Gen.Choose(3, Longest).SelectMany(length => Any.ListOf(length)).Select(steps => new Script([.. steps])), Shorter);

    /// <summary>Half of it, or all but one step.</summary>
    static IEnumerable<Script> Shorter(Script script)
    {
        var half = script.Steps.Count / 2;
        if (half > 0)
        {
            yield return new([.. script.Steps.Take(half)]);
            yield return new([.. script.Steps.Skip(half)]);
        }
        for (var without = 0; without < script.Steps.Count && script.Steps.Count > 1; without++)
            yield return new([.. script.Steps.Where((_, at) => at != without)]);
    }

    public override string ToString() => $"\n  {string.Join("\n  ", Steps)}\n";
}
