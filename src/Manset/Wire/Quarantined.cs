using System.Security.Cryptography;
using System.Text;
using Manset.Data;

namespace Manset.Wire;

/// <summary>A document of which something was refused, kept as it came until it can be read or someone has laid it aside.</summary>
public sealed class Quarantined
{
    public const int MostFaults = 100;
    /// <summary>Of a larger document this much is kept from its beginning.</summary>
    public const int Largest = Formats.LargestDocument;

    Quarantined() { }

    public long Id { get; private set; }
    public string Wire { get; private set; } = "";
    /// <summary>Address without its query, or file name.</summary>
    public string Source { get; private set; } = "";
    /// <summary>What makes it the same when it comes again: its bytes, or, where every fault names its item, those faults.</summary>
    public string Mark { get; private set; } = "";
    public string? ContentType { get; private set; }
    /// <summary>Where relative links in it start.</summary>
    public string? Address { get; private set; }
    /// <summary>In bytes, as far as it was read.</summary>
    public long Size { get; private set; }
    /// <summary>How much room its bytes take here; 0 when they are gone.</summary>
    public long Kept { get; private set; }
    /// <summary>The first of what was wrong with it.</summary>
    public IReadOnlyList<Unreadable> Faults { get; private set; } = [];
    public int Refusals { get; private set; }
    /// <summary>How often it came.</summary>
    public int Times { get; private set; }
    public DateTimeOffset FirstAt { get; private set; }
    public DateTimeOffset LastAt { get; private set; }
    public QuarantinedBytes? Bytes { get; private set; }
    public Departure? Left { get; private set; }

    /// <summary>The document itself, where its bytes are here and were asked for.</summary>
    public byte[]? Content => Bytes is null ? null : Packing.Unpack(Bytes.Packed);

    public bool IsWhole => Size <= Largest;

    public static Quarantined Of(string wire, Sent document, string mark) => new()
    {
        Wire = wire,
        Source = SoundText.Of(document.Source),
        Mark = mark,
        ContentType = document.ContentType,
        Address = document.Address?.GetLeftPart(UriPartial.Path),
    };

    public static string MarkOf(Sent document, IReadOnlyList<Unreadable> faults) => Convert.ToHexStringLower(faults.All(fault => fault.Guid is not null)
        ? SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', faults.Select(fault => $"{fault.Guid}\t{fault.Reason}").Order(StringComparer.Ordinal))))
        : SHA256.HashData(document.Bytes.Span));

    /// <summary>It came, for the first time or again; what was accepted meanwhile and is refused anew is back.</summary>
    public void Come(Sent document, IReadOnlyList<Unreadable> faults, DateTimeOffset now)
    {
        Blame(faults);
        (Times, Size, LastAt) = (Times + 1, document.Bytes.Length, now);
        if (Times == 1) FirstAt = now;
        if (Left is { Why: null }) Left = null;
        if (Left is not null || Kept > 0) return;

        Bytes = new() { Packed = Packing.Pack(document.Bytes.Span[..Math.Min(document.Bytes.Length, Largest)]) };
        Kept = Bytes.Packed.Length;
    }

    public void Blame(IReadOnlyList<Unreadable> faults) => (Faults, Refusals) = ([.. faults.Take(MostFaults)], faults.Count);

    /// <param name="why">Absent, it was accepted.</param>
    public void Leave(string by, string? why, DateTimeOffset now)
    {
        Left ??= new() { By = by, Why = why, At = now };
        Drop();
    }

    /// <summary>Its bytes make room; that it came and why it was refused stays.</summary>
    public void Drop() => (Kept, Bytes) = (0, null);

    public Sent Again(string by) => new(Content, Source, ContentType, Address is null ? null : new(Address)) { Replay = new(Id, by) };
}

public sealed class QuarantinedBytes
{
    public long Document { get; private set; }
    /// <summary>Brotli.</summary>
    public required byte[] Packed { get; init; }
}

/// <summary>It is done with: accepted when it was tried again, or laid aside for a reason.</summary>
public sealed class Departure
{
    public long Document { get; private set; }
    public required string By { get; init; }
    public required string? Why { get; init; }
    public required DateTimeOffset At { get; init; }
}
