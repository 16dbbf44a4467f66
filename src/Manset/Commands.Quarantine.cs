using System.CommandLine;
using Manset.Data;
using Manset.Ledger;
using Manset.Wire;

namespace Manset;

public static partial class Commands
{
    static Command Refused()
    {
        var wire = new Option<string?>("--wire") { Description = "Of this wire alone." };
        var by = new Option<string>("--by") { Description = "Who does it.", DefaultValueFactory = _ => Environment.UserName };
        var ids = new Argument<long[]>("number") { Arity = ArgumentArity.ZeroOrMore };
        return new Command("quarantine", "Documents of which something was refused.") { ListRefused(wire), ShowRefused(), ReplayRefused(ids, wire, by), DiscardRefused(by) };
    }

    static Command ListRefused(Option<string?> wire)
    {
        var left = new Option<bool>("--left") { Description = "Those that were accepted or laid aside too." };
        var list = new Command("list", "One line a document, the last that came first.") { wire, left };
        list.SetAction((parsed, stop) => AtQuarantine(parsed, at => at.List(parsed.GetValue(wire), parsed.GetValue(left), Console.Out, stop), stop));
        return list;
    }

    static Command ShowRefused()
    {
        var id = new Argument<long>("number");
        var raw = new Option<bool>("--raw") { Description = "The document itself, byte for byte." };
        var show = new Command("show", "Why it was refused, and what stands there.") { id, raw };
        show.SetAction((parsed, stop) => AtQuarantine(parsed, at => at.Show(parsed.GetValue(id), parsed.GetValue(raw) ? Console.OpenStandardOutput() : null, Console.Out, stop), stop));
        return show;
    }

    static Command ReplayRefused(Argument<long[]> ids, Option<string?> wire, Option<string> by)
    {
        var replay = new Command("replay", "Take in again: those named, or all that wait.") { ids, wire, by };
        replay.SetAction((parsed, stop) => AtQuarantine(parsed, at => at.Replay(parsed.GetValue(ids) ?? [], parsed.GetValue(wire), parsed.GetValue(by)!, Console.Out, stop), stop));
        return replay;
    }

    static Command DiscardRefused(Option<string> by)
    {
        var ids = new Argument<long[]>("number") { Arity = ArgumentArity.OneOrMore };
        var why = new Option<string>("--why") { Description = "The reason, kept.", Required = true };
        var discard = new Command("discard", "Lay aside; the reasons stay, the bytes go.") { ids, why, by };
        discard.SetAction((parsed, stop) => AtQuarantine(parsed, at => at.Discard(parsed.GetValue(ids)!, parsed.GetValue(why)!, parsed.GetValue(by)!, Console.Out, stop), stop));
        return discard;
    }

    static Task<int> AtQuarantine(ParseResult parsed, Func<QuarantineCommand, Task<int>> verb, CancellationToken stop) => In(parsed, async services =>
    {
        try
        {
            return await verb(services.GetRequiredService<QuarantineCommand>());
        }
        finally
        {
            FileBell.Touch(services.GetRequiredService<DataFolder>(), services.GetRequiredService<TimeProvider>());
        }
    }, stop);
}
