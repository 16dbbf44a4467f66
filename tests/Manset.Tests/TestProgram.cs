using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Manset.Tests.Data;

namespace Manset.Tests;

/// <summary>The program as an operator runs it: a process of its own, its arguments, its standard streams, its exit code.</summary>
sealed class TestProgram : IAsyncDisposable
{
    readonly Process process;

    TestProgram(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <param name="data">The folder of the newsroom and, on PostgreSQL, its database.</param>
    public static async Task<(int Code, string Output, string Error)> Run(TestDatabase data, IEnumerable<string> arguments, byte[]? input = null)
    {
        using var process = Start(data, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (input is not null) await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(late.Token);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Serves until it is killed; ready when this returns.</summary>
    public static async Task<TestProgram> Serve(TestDatabase data)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
        free.Stop();

        var process = Start(data, ["serve", "--urls", address.OriginalString]);
        process.StandardInput.Close();
        _ = process.StandardError.ReadToEndAsync();
        var program = new TestProgram(process, address);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            program.Said.Add(line);
            if (line.StartsWith("Manşet serves", StringComparison.Ordinal)) break;
        }
        _ = Listen();
        Assert.False(process.HasExited, $"It did not start: {string.Join('\n', program.Said)}");
        return program;

        async Task Listen()
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line) lock (program.Said) program.Said.Add(line);
        }
    }

    public List<string> Said { get; } = [];

    /// <summary>SIGKILL: no farewell, nothing flushed, nothing closed.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    static Process Start(TestDatabase data, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = data.Folder,
        };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "manset.dll") }.Concat(arguments)) start.ArgumentList.Add(argument);
        if (!arguments.Contains("--data")) foreach (var argument in new[] { "--data", data.Folder }) start.ArgumentList.Add(argument);
        if (TestDatabase.IsPostgres) start.Environment["ConnectionStrings__Newsroom"] = data.ConnectionString;
        return Process.Start(start)!;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await Kill();
        process.Dispose();
    }
}
