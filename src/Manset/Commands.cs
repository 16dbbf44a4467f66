using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using Manset.Comments;
using Manset.Data;
using Manset.Demo;
using Manset.Ledger;
using Manset.Staff;
using Manset.Wire;
using Microsoft.Extensions.Options;

namespace Manset;

/// <summary>The command line: what an operator can ask of the program.</summary>
public static partial class Commands
{
    const int Well = 0, NotWell = 1, WrongUse = 2;

    static readonly Option<string> Data = new("--data") { Description = "The folder this newsroom lives in.", DefaultValueFactory = _ => "data", Recursive = true };
    static readonly Option<string> Edition = new("--edition") { Description = "The edition whose rules judge.", DefaultValueFactory = _ => "tr" };
    static readonly Option<Role> AsRole = new("--role") { Description = "reporter, moderator, editor or administrator.", Required = true };

    static Commands() => Edition.AcceptOnlyFromAmong("tr", "en");

    public static async Task<int> Run(IReadOnlyList<string> args)
    {
        var parsed = Root().Parse(args);
        foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
        if (parsed.Errors.Count > 0) return WrongUse;

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException) { return NotWell; }
        catch (Exception fault) when (IsOfTheMachine(fault)) { return Say(NotWell, $"{Sentence(fault)} `manset doctor` looks for what is wrong."); }
    }

    /// <summary>What an operator can mend: settings, disk, network, database. Anything else is a bug, and leaves its trace.</summary>
    static bool IsOfTheMachine(Exception fault) => fault.GetBaseException() is
        NewerSchemaException or DbException or IOException or UnauthorizedAccessException or SocketException or FormatException or InvalidDataException
        or OptionsValidationException or JsonException or CultureNotFoundException or TimeZoneNotFoundException;

    static string Sentence(Exception fault)
    {
        var cause = fault.GetBaseException().Message;
        return (fault.Message.Contains(cause, StringComparison.Ordinal) ? fault.Message : $"{fault.Message} {cause}").ReplaceLineEndings(" ");
    }

    static RootCommand Root()
    {
        var urls = new Option<string>("--urls") { Description = "Where it listens.", DefaultValueFactory = _ => Composition.Address };
        var root = new RootCommand("Manşet: a newsroom in one program.") { Data, urls };
        root.SetAction((parsed, stop) => Serving.Run(Settings(parsed, ("urls", parsed.GetValue(urls))), stop));
        root.Add(Serve(urls));
        root.Add(Demonstrate());
        root.Add(Moderate());
        root.Add(Deasciify());
        root.Add(Ingest());
        root.Add(Refused());
        root.Add(Token());
        root.Add(User());
        root.Add(Examine());
        return root;
    }

    static Command Serve(Option<string> urls)
    {
        var serve = new Command("serve", "Serve the newsroom (what happens without a verb).") { urls };
        serve.SetAction((parsed, stop) => Serving.Run(Settings(parsed, ("urls", parsed.GetValue(urls))), stop));
        return serve;
    }

    static Command Demonstrate()
    {
        var urls = new Option<string>("--urls") { Description = "Where it listens.", DefaultValueFactory = _ => Composition.Address };
        var demo = new Command("demo", "A whole newsroom in a throw-away folder, with a simulated agency and readers.") { urls };
        demo.SetAction((parsed, stop) => Demonstration.Run(parsed.GetValue(urls)!, Console.Out, stop));
        return demo;
    }

    static Command Moderate()
    {
        var moderate = new Command("moderate", "Judge comments: JSON Lines in, JSON Lines out.") { Edition };
        moderate.SetAction(parsed => ModerateCommand.Run(Console.OpenStandardInput(), Console.OpenStandardOutput(), parsed.GetValue(Edition)!));
        return moderate;
    }

    static Command Deasciify()
    {
        var deasciify = new Command("deasciify", "Restore Turkish letters: JSON Lines in, JSON Lines out.");
        deasciify.SetAction(_ => DeasciifyCommand.Run(Console.OpenStandardInput(), Console.OpenStandardOutput()));
        return deasciify;
    }

    static Command Ingest()
    {
        var wire = new Option<string>("--wire") { Description = "The wire it came from.", Required = true };
        var paths = new Argument<string[]>("path") { Description = "Files or folders.", Arity = ArgumentArity.OneOrMore };
        var ingest = new Command("ingest", "Take in files as if a wire had sent them.") { wire, paths };
        ingest.SetAction((parsed, stop) => In(parsed, async services =>
        {
            try
            {
                return await services.GetRequiredService<IngestCommand>().Run(parsed.GetValue(wire)!, parsed.GetValue(paths)!, Console.Out, stop);
            }
            finally
            {
                FileBell.Touch(services.GetRequiredService<DataFolder>(), services.GetRequiredService<TimeProvider>());
            }
        }, stop));
        return ingest;
    }

    static Command Token()
    {
        var name = new Option<string>("--name") { Description = "Whose it is, as the ledger will say.", DefaultValueFactory = _ => "api" };
        var role = new Option<Role>("--role") { Description = "reporter, moderator, editor, administrator, or agency.", Required = true };
        var wire = new Option<string?>("--wire") { Description = "The wire that an agency's token may push to." };
        var token = new Command("token", "Print an API token. It is shown this once.") { role, name, wire };
        token.SetAction((parsed, stop) => In(parsed, async services =>
        {
            var (newsroom, now) = (services.GetRequiredService<Newsroom>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
            var (holder, pushedTo) = (parsed.GetValue(role), parsed.GetValue(wire));
            if (holder is Role.Agency != pushedTo is { Length: > 0 }) return Say(WrongUse, "--wire NAME goes with --role agency: it says where that token may push.");

            Console.WriteLine(pushedTo is { Length: > 0 }
                ? await Tokens.MakeFor(newsroom, pushedTo, parsed.GetValue(name)!, now, stop)
                : await Tokens.Make(newsroom, holder, parsed.GetValue(name)!, now, stop));
            return Well;
        }, stop));
        return token;
    }

    static Command User()
    {
        var email = new Option<string>("--email") { Required = true };
        var name = new Option<string?>("--name") { Description = "How they sign; the address's first part when absent." };
        var add = new Command("add", "Make an account. The password comes on standard input; without one, a one-time link is printed.") { email, AsRole, name };
        add.SetAction((parsed, stop) => In(parsed, async services =>
        {
            var (address, role) = (parsed.GetValue(email)!, parsed.GetValue(AsRole));
            var welcome = services.GetRequiredService<Welcome>();
            if (!address.Contains('@')) return Say(WrongUse, $"'{address}' is not an e-mail address.");
            if (role is Role.Agency) return Say(WrongUse, "An agency has no account: manset token --role agency --wire NAME");
            var password = Console.IsInputRedirected ? (await Console.In.ReadLineAsync(stop))?.TrimEnd('\r') : null;
            if (string.IsNullOrEmpty(password))
            {
                Console.WriteLine(Serving.WelcomeLink(services, await welcome.Invite(address, role, stop)));
                return Well;
            }
            if (password.Length < Welcome.ShortestPassword) return Say(NotWell, $"A password has at least {Welcome.ShortestPassword} characters.");

            var member = await welcome.Add(address, parsed.GetValue(name) ?? address.Split('@')[0], role, password, stop);
            Console.WriteLine($"{member.Email} ({member.Role})");
            return Well;
        }, stop));
        return new Command("user", "Accounts.") { add };
    }

    static Command Examine()
    {
        var doctor = new Command("doctor", "What is wrong with this installation, and the mend.");
        doctor.SetAction((parsed, stop) => Doctor.Run(Settings(parsed), Console.Out, stop));
        return doctor;
    }

    static string[] Settings(ParseResult parsed, params IEnumerable<(string Name, string? Value)> more) =>
        ["--data", parsed.GetValue(Data)!, .. more.Where(pair => pair.Value is not null).SelectMany(pair => new[] { $"--{pair.Name}", pair.Value! })];

    /// <summary>Runs a verb inside a newsroom that does not serve.</summary>
    static async Task<int> In(ParseResult parsed, Func<IServiceProvider, Task<int>> verb, CancellationToken stop)
    {
        await using var app = Composition.Build(Settings(parsed), builder => builder.Logging.ClearProviders());
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Schema>().Apply(scope.ServiceProvider.GetRequiredService<Newsroom>(), stop);
        return await verb(scope.ServiceProvider);
    }

    static int Say(int code, string sentence)
    {
        Console.Error.WriteLine(sentence);
        return code;
    }
}
