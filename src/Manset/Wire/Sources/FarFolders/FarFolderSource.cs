using System.Buffers;

namespace Manset.Wire;

/// <summary>
/// Takes what an agency puts into a folder of its server. A file is taken when two looks, two seconds apart, found it the same; what was
/// taken is remembered, moved or deleted only after it is kept here, so that a stop in between takes it again, as a repeat.
/// </summary>
sealed partial class FarFolderSource(
    WireLine line, FarFolder folder, Intake intake, Arrivals arrivals, TimeProvider clock, ILogger<FarFolderSource> logger) : WireSource
{
    public const int MostFiles = 20_000;
    const int AtOnce = 1000, MostPictures = 20;
    static readonly TimeSpan Settling = TimeSpan.FromSeconds(2), Longest = TimeSpan.FromMinutes(10);
    static readonly string[] Unfinished = [".tmp", ".part", ".partial", ".filepart", ".crdownload"], Media = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".mp4", ".mov", ".mp3"];

    public override string Turn => $"wire:{line.Name}";

    public override async Task<Look> Look(WireState state, CancellationToken stop)
    {
        if (folder.Secret() is not { } secret) return Wire.Look.NotHeard("The password file cannot be read.");
        using var late = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            await using var far = folder.Address.Scheme == "sftp"
                ? await SftpFolder.Open(folder, secret, line.AllowPrivate, either.Token)
                : await FtpFolder.Open(folder, secret, line.AllowPrivate, either.Token);
            return await Look(far, either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            return Wire.Look.NotHeard($"Not done within {Longest.TotalMinutes:0} minutes.");
        }
        // A private address, a server that hung up or was not there, a refusal of its own: the message says which.
        catch (Exception fault) when (fault is IOException or System.Net.Sockets.SocketException) { return Wire.Look.NotHeard(fault.Message); }
    }

    async Task<Look> Look(IFarFolder far, CancellationToken stop)
    {
        var files = await Settled(far, stop);
        var documents = files.Values.Where(IsDocument).ToList();
        var now = clock.GetUtcNow();
        await arrivals.Forget(files.Values.Select(file => file.Mark), stop);
        await arrivals.Note([.. documents.Select(file => Arrival.Of(line.Name, file.Mark, "file", null, file.Written, now))], null, DateTimeOffset.MinValue, stop);

        var (taken, byMark) = (new List<Taken>(), documents.ToDictionary(file => file.Mark));
        foreach (var arrival in await arrivals.Due(AtOnce, stop))
        {
            if (!byMark.TryGetValue(arrival.Name, out var file)) continue;
            try
            {
                taken.AddRange(await Take(far, file, files, stop));
                await arrivals.Finish(arrival, stop);
            }
            catch (FarFolderException fault)
            {
                await arrivals.Later(arrival, stop);
                LogLeft(line.Name, file.Name, fault.Message);
                taken.Add(new(null, null, null, Outcome.Refused, $"{file.Name}: {fault.Message}"));
            }
        }
        return Wire.Look.Of(taken);
    }

    /// <summary>The files that are not being written, by name.</summary>
    async Task<IReadOnlyDictionary<string, FarFile>> Settled(IFarFolder far, CancellationToken stop)
    {
        var before = (await far.List(stop)).Where(Counts).Select(file => file.Mark).ToHashSet();
        if (before.Count == 0) return new Dictionary<string, FarFile>();
        await Task.Delay(Settling, clock, stop);
        return (await far.List(stop)).Where(file => before.Contains(file.Mark)).GroupBy(file => file.Name).ToDictionary(same => same.Key, same => same.First());
    }

    async Task<IReadOnlyList<Taken>> Take(IFarFolder far, FarFile file, IReadOnlyDictionary<string, FarFile> beside, CancellationToken stop)
    {
        var bytes = await far.Read(file.Name, stop);
        var sent = new Sent(bytes, file.Name);
        var named = intake.Read(sent).Items.SelectMany(item => item.Dispatch.Pictures).Select(picture => picture.Address)
            .Where(address => !address.IsAbsoluteUri && beside.ContainsKey(address.ToString())).Select(address => address.ToString()).Distinct().Take(MostPictures).ToList();
        var pictures = new Dictionary<string, byte[]>();
        foreach (var name in named) pictures[name] = (await far.Read(name, stop)).ToArray();

        var taken = (await intake.Take(line, [sent with { Amend = reading => With(reading, pictures) }], stop))[0];
        var refused = taken.Count == 0 || taken.All(item => item.Outcome is Outcome.Refused);
        foreach (var name in refused ? [file.Name] : named.Prepend(file.Name))
        {
            if (folder.Afterwards is Afterwards.Move) await far.Move(name, refused ? "refused" : "done", stop);
            else if (folder.Afterwards is Afterwards.Delete && !refused) await far.Delete(name, stop);
        }
        return taken.Count > 0 ? taken : [new(null, null, null, Outcome.Refused, $"{file.Name}: there is no item in it.")];
    }

    /// <summary>Pictures that lie beside the document, under the names it has for them.</summary>
    static Reading With(Reading reading, Dictionary<string, byte[]> pictures) => pictures.Count == 0 ? reading : reading with
    {
        Items = [.. reading.Items.Select(item => item with { Pictures = [.. item.Pictures.Select(picture => pictures.TryGetValue(picture.Address.ToString(), out var bytes) ? picture with { Bytes = bytes } : picture)] })],
    };

    static bool Counts(FarFile file) =>
        file.Name is not ("." or "..") && !file.Name.StartsWith('.') && !file.Name.EndsWith('~') && !file.Name.Contains('/', StringComparison.Ordinal) && !file.Name.Any(char.IsControl)
        && !Unfinished.Contains(Path.GetExtension(file.Name).ToLowerInvariant());

    static bool IsDocument(FarFile file) => file.Length > 0 && !Media.Contains(Path.GetExtension(file.Name).ToLowerInvariant());

    /// <summary>All that comes, up to one byte more than any document has.</summary>
    public static async Task<ReadOnlyMemory<byte>> Whole(Stream stream, CancellationToken stop)
    {
        var bytes = new ArrayBufferWriter<byte>();
        while (bytes.WrittenCount <= Formats.LargestDocument && await stream.ReadAsync(bytes.GetMemory(16 * 1024), stop) is > 0 and var count) bytes.Advance(count);
        return bytes.WrittenMemory;
    }

    [LoggerMessage(LogLevel.Warning, "Wire {Wire}: the file {File} could not be taken yet: {Reason}")] partial void LogLeft(string wire, string file, string reason);
}
