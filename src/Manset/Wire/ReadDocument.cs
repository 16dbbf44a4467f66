using System.Security.Cryptography;
using Manset.Data;

namespace Manset.Wire;

/// <summary>A document as it came.</summary>
/// <param name="Source">Address without its query, or file name.</param>
/// <param name="Address">Where we asked for it; what was asked for may well be empty, what someone sent may not.</param>
public sealed record Sent(ReadOnlyMemory<byte> Bytes, string Source, string? ContentType = null, Uri? Address = null)
{
    /// <summary>It lay in quarantine and is tried again.</summary>
    internal Replay? Replay { get; init; }
}

/// <param name="Document">Its number in quarantine.</param>
sealed record Replay(long Document, string By);

/// <summary>A document that was read, and all about it that needs no database.</summary>
public sealed class ReadDocument
{
    internal ReadDocument(Sent sent, Reading reading)
    {
        Sent = sent;
        Faults = reading.Refused.Count + reading.Items.Count == 0 && sent.Address is null ? [new("There is no item in it.")] : reading.Refused;
        Items = [.. reading.Items.Select(item => new ReadItem(this, item.Sound(), SoundText.OrNone(reading.Source)))];
        Hash = Convert.ToHexStringLower(SHA256.HashData(sent.Bytes.Span));
        // What holds no item is not kept among the deliveries.
        Packed = Items.Count > 0 ? Packing.Pack(sent.Bytes.Span) : [];
    }

    internal Sent Sent { get; }
    internal IReadOnlyList<Unreadable> Faults { get; }
    internal IReadOnlyList<ReadItem> Items { get; }
    internal string Hash { get; }
    internal byte[] Packed { get; }

    /// <summary>All that was refused of it, by its reader or on its way in.</summary>
    internal IReadOnlyList<Unreadable> Refusals =>
        [.. Faults, .. Items.Where(item => item.Became?.Outcome is Outcome.Refused).Select(item => new Unreadable(item.Became!.Error!, item.Dispatch.Guid))];

    internal IReadOnlyList<Taken> Became =>
        [.. Faults.Select(part => new Taken(part.Guid, null, null, Outcome.Refused, part.Reason, part.Line, part.Offset)), .. Items.Select(item => item.Became!)];
}

/// <summary>An item on its way in, and what became of it.</summary>
sealed record ReadItem(ReadDocument Document, Dispatch Dispatch, string? Source)
{
    public string Fingerprint { get; } = WireItem.FingerprintOf(Dispatch);
    public string Folded { get; } = WireItem.FoldedOf(Dispatch);
    public Taken? Became { get; private set; }

    public void Become(Outcome outcome, string? error = null) => Became = new(Dispatch.Guid, Dispatch.Version, Dispatch.Status, outcome, error);

    public void Refuse(string why) => Become(Outcome.Refused, why);
}
