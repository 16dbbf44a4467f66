namespace Manset.Wire.Clusters;

/// <summary>What agencies sent of the same event. It takes in what comes within three days of its first item, by machine; by hand, anything.</summary>
public sealed class Cluster
{
    public static readonly TimeSpan StaysOpen = TimeSpan.FromDays(3);

    public long Id { get; private set; }
    public required DateTimeOffset Since { get; init; }

    public bool IsOpen(DateTimeOffset at) => (at - Since).Duration() <= StaysOpen;
}

/// <summary>An item through all its takes, as others find it.</summary>
public sealed class Companion
{
    Companion() { }

    /// <summary>The first take that was met.</summary>
    public long Id { get; private set; }
    public string Wire { get; private set; } = "";
    public string Guid { get; private set; } = "";
    public long Newest { get; private set; }
    /// <summary>Null while it is alone.</summary>
    public long? Cluster { get; private set; }
    public string Language { get; private set; } = "";
    /// <summary>When its first take came: what takes it gains later do not make the event younger.</summary>
    public DateTimeOffset At { get; private set; }
    public bool Withdrawn { get; private set; }
    public byte[] Sketch { get; private set; } = [];
    public byte[] Terms { get; private set; } = [];

    public Traits Traits => Traits.Read(Language, Sketch, Terms);

    public int Day => DayOf(At);

    public static int DayOf(DateTimeOffset at) => (int)(at.ToUnixTimeSeconds() / 86_400);

    public static Companion Of(WireItem item)
    {
        var companion = new Companion { Id = item.Id, Wire = item.Wire, Guid = item.Guid, At = item.Received };
        companion.Renew(item);
        return companion;
    }

    /// <summary>
    /// A later take says it in other words; where it stands does not change. Of what is withdrawn only the fact stays: what an agency
    /// took back must not gather others around it.
    /// </summary>
    public void Renew(WireItem item)
    {
        var traits = item.IsWithdrawn ? Traits with { Sketch = null, Terms = [] } : Traits.Of(item);
        (Newest, Language, Withdrawn) = (item.Id, traits.Language, item.IsWithdrawn);
        (Sketch, Terms) = (traits.Sketch?.Bytes ?? [], traits.TermBytes);
    }

    public void Join(Cluster cluster) => Cluster = cluster.Id;

    public void Leave() => Cluster = null;
}

/// <summary>A mark of an item on its day.</summary>
public sealed class WireMark
{
    public required int Day { get; init; }
    public required long Mark { get; init; }
    public required long Companion { get; init; }
}

/// <summary>A person put an item into a cluster, or took it out. From then on no machine moves it.</summary>
public sealed class Placement
{
    public long Id { get; private set; }
    public required long Companion { get; init; }
    /// <summary>Null takes it out.</summary>
    public required long? Cluster { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }
}
