using System.Globalization;

namespace Manset.Wire;

/// <summary>A folder by FTP, with TLS where the address says <c>ftps</c>. Listed by MLSD, or by LIST where a server is older than that.</summary>
sealed class FtpFolder : IFarFolder
{
    readonly FtpConversation server;

    FtpFolder(FtpConversation server) => this.server = server;

    public static async Task<IFarFolder> Open(FarFolder folder, string secret, bool allowPrivate, CancellationToken stop)
    {
        var server = await FtpConversation.Open(folder, allowPrivate, stop);
        try
        {
            var asked = await server.Say($"USER {folder.User}", stop);
            if (asked.Code == 331) asked = await server.Say($"PASS {secret}", stop);
            if (asked.Code is not (230 or 202)) throw new FarFolderException("The server does not know this user or password.");
            if (folder.Address.Scheme == "ftps") await server.Protect(stop);
            await server.Must("TYPE I", stop, 200);
            if (folder.Path != "/") await server.Must($"CWD {folder.Path}", stop, 250);
            return new FtpFolder(server);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async Task<IReadOnlyList<FarFile>> List(CancellationToken stop)
    {
        var (lines, code) = await server.Lines("MLSD", stop);
        if (code is >= 500) return await Older(stop);
        return [.. lines.Select(OfFacts).OfType<FarFile>().Take(FarFolderSource.MostFiles)];
    }

    /// <summary><c>type=file;size=123;modify=20260831104500; haber.xml</c></summary>
    internal static FarFile? OfFacts(string line)
    {
        var gap = line.IndexOf(' ', StringComparison.Ordinal);
        if (gap < 0) return null;
        var facts = line[..gap].Split(';').Select(fact => fact.Split('=', 2)).Where(fact => fact.Length == 2)
            .GroupBy(fact => fact[0].ToLowerInvariant()).ToDictionary(fact => fact.Key, fact => fact.First()[1]);
        return facts.GetValueOrDefault("type")?.Equals("file", StringComparison.OrdinalIgnoreCase) == true
            && long.TryParse(facts.GetValueOrDefault("size"), NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? new(line[(gap + 1)..], size, Hour(facts.GetValueOrDefault("modify"))) : null;
    }

    /// <summary>Servers that know no MLSD are asked for names, and of each for its size and hour.</summary>
    async Task<IReadOnlyList<FarFile>> Older(CancellationToken stop)
    {
        var (names, _) = await server.Lines("NLST", stop);
        var files = new List<FarFile>();
        foreach (var name in names.Select(name => name[(name.LastIndexOf('/') + 1)..]).Where(name => name.Length > 0).Take(FarFolderSource.MostFiles))
        {
            // A folder has no size.
            if (await server.Say($"SIZE {name}", stop) is not { Code: 213, Text: var size } || !long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var length)) continue;
            var hour = await server.Say($"MDTM {name}", stop);
            files.Add(new(name, length, hour.Code == 213 ? Hour(hour.Text) : DateTimeOffset.UnixEpoch));
        }
        return files;
    }

    static DateTimeOffset Hour(string? written) =>
        DateTimeOffset.TryParseExact(written?.Split('.')[0], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var hour) ? hour : DateTimeOffset.UnixEpoch;

    public Task<ReadOnlyMemory<byte>> Read(string name, CancellationToken stop) => server.Bytes($"RETR {name}", stop);

    public async Task Move(string name, string folder, CancellationToken stop)
    {
        // Where it is there already, that is said as a refusal.
        await server.Say($"MKD {folder}", stop);
        await server.Must($"RNFR {name}", stop, 350);
        await server.Must($"RNTO {folder}/{name}", stop, 250);
    }

    public Task Delete(string name, CancellationToken stop) => server.Must($"DELE {name}", stop, 250);

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
