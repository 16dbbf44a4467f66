using System.Globalization;

namespace Manset.Wire;

/// <summary>Listings and files, each over a connection of its own.</summary>
sealed partial class FtpConversation
{
    /// <summary>The bytes of a transfer; past the size of any document it is broken off.</summary>
    public async Task<ReadOnlyMemory<byte>> Bytes(string line, CancellationToken stop)
    {
        var (bytes, answer) = await Transfer(line, stop);
        return answer.Code is 226 or 250 || bytes.Length > Formats.LargestDocument ? bytes : throw Unexpected(line, answer);
    }

    /// <returns>The lines, and the code that refused them if one did.</returns>
    public async Task<(IReadOnlyList<string> Lines, int Code)> Lines(string line, CancellationToken stop)
    {
        var (bytes, answer) = await Transfer(line, stop);
        if (answer.Code >= 400 && answer.Code is not (450 or 550 or >= 500)) throw Unexpected(line, answer);
        return (Letters.GetString(bytes.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(each => each.TrimEnd('\r')).ToList(), answer.Code);
    }

    async Task<(ReadOnlyMemory<byte> Bytes, FtpAnswer Answer)> Transfer(string line, CancellationToken stop)
    {
        await using var raw = await PublicNetwork.Open(address, await Port(stop), allowPrivate, stop);
        var begun = await Say(line, stop);
        if (begun.Code is not (125 or 150)) return (default, begun);
        await using var data = protects ? await Secured(raw, stop) : raw;
        var bytes = await FarFolderSource.Whole(data, stop);
        await data.DisposeAsync();
        return (bytes, await Hear(stop));
    }

    /// <summary>Of what the server gives, the port alone counts.</summary>
    async Task<int> Port(CancellationToken stop)
    {
        var extended = await Say("EPSV", stop);
        if (extended.Code == 229 && extended.Text.Split('|') is [_, _, _, var port, ..] && int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;

        var passive = await Must("PASV", stop, 227);
        var parts = passive.Text[(passive.Text.IndexOf('(', StringComparison.Ordinal) + 1)..].Split(')')[0].Split(',');
        return parts is [_, _, _, _, var high, var low] && byte.TryParse(high, out var upper) && byte.TryParse(low, out var lower) ? upper * 256 + lower : throw Unexpected("PASV", passive);
    }
}
