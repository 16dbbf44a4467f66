using System.Collections.Concurrent;

namespace Manset.Press;

/// <summary>
/// The plates in memory, within a budget. A plate leaves when one of its keys is touched, and for no other reason than room.
/// </summary>
/// <remarks>
/// Freshness is a law of counting, not of time. Every drop raises the count. A page is made under the count that stood before its
/// maker looked at the database; it is kept only if none of its keys was dropped since, and shared only with readers who came
/// under that same count. So bytes made from older data never meet a reader who came after the drop.
/// </remarks>
public sealed class PlateRack(long budget)
{
    readonly ConcurrentDictionary<string, Plate> plates = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<(string Path, long Count), Lazy<Task<Plate>>> making = [];
    readonly Dictionary<string, HashSet<string>> pathsByKey = new(StringComparer.Ordinal);
    readonly Dictionary<string, long> droppedAt = new(StringComparer.Ordinal);
    /// <summary>The paths of the plates, the one that was looked at longest ago first.</summary>
    readonly LinkedList<string> row = [];
    readonly Dictionary<string, LinkedListNode<string>> places = new(StringComparer.Ordinal);
    readonly Lock gate = new();
    long count;
    /// <summary>Drops before this count are no longer remembered by key.</summary>
    long remembered;
    long size;

    const int MostRemembered = 100_000;

    public long Size => Interlocked.Read(ref size);
    public int Plates => plates.Count;
    /// <summary>Pages made since the start.</summary>
    public long Made => Interlocked.Read(ref made);
    long made;

    public Plate? Find(string path) => plates.GetValueOrDefault(path);

    /// <summary>The plate at a path; made once, however many are waiting for it.</summary>
    public async Task<Plate> Get(string path, Func<string, Task<Plate>> make)
    {
        if (plates.TryGetValue(path, out var plate)) return plate;

        var flight = (path, Interlocked.Read(ref count));
        var page = making.GetOrAdd(flight, key => new(() => Make(key, make)));
        try
        {
            return await page.Value;
        }
        finally
        {
            making.TryRemove(new(flight, page));
        }
    }

    async Task<Plate> Make((string Path, long Count) flight, Func<string, Task<Plate>> make)
    {
        // Whoever looked before the last maker was done comes here after; what that one kept is as fresh as this reader may ask.
        if (plates.TryGetValue(flight.Path, out var kept)) return kept;

        var plate = await make(flight.Path);
        Interlocked.Increment(ref made);
        if (plate.Keep) Keep(flight.Path, plate, flight.Count);
        return plate;
    }

    /// <summary>Takes away every plate with one of these keys.</summary>
    /// <returns>Where they stood, and what they were.</returns>
    public IReadOnlyList<(string Path, Plate Plate)> Drop(IEnumerable<string> keys)
    {
        lock (gate)
        {
            var now = Interlocked.Increment(ref count);
            if (droppedAt.Count > MostRemembered)
            {
                droppedAt.Clear();
                remembered = now;
            }
            var dropped = new List<(string, Plate)>();
            foreach (var key in keys)
            {
                droppedAt[key] = now;
                if (!pathsByKey.TryGetValue(key, out var paths)) continue;
                foreach (var path in paths.ToArray())
                    if (Remove(path) is { } plate) dropped.Add((path, plate));
            }
            return dropped;
        }
    }

    void Keep(string path, Plate plate, long madeUnder)
    {
        lock (gate)
        {
            if (madeUnder < remembered || plate.Keys.Any(key => droppedAt.TryGetValue(key, out var at) && at > madeUnder)) return;

            Remove(path);
            plates[path] = plate;
            size += plate.Size;
            places[path] = row.AddLast(path);
            foreach (var key in plate.Keys)
            {
                if (!pathsByKey.TryGetValue(key, out var paths)) pathsByKey[key] = paths = new(StringComparer.Ordinal);
                paths.Add(path);
            }
            MakeRoom();
        }
    }

    /// <summary>Second chance: the oldest plate goes unless it was asked for since it was last looked at.</summary>
    void MakeRoom()
    {
        while (size > budget && row.First is { } oldest)
        {
            if (plates[oldest.Value] is { Wanted: true } plate)
            {
                plate.Wanted = false;
                row.RemoveFirst();
                row.AddLast(oldest);
            }
            else Remove(oldest.Value);
        }
    }

    Plate? Remove(string path)
    {
        if (!plates.TryRemove(path, out var plate)) return null;

        size -= plate.Size;
        if (places.Remove(path, out var place)) row.Remove(place);
        foreach (var key in plate.Keys)
            if (pathsByKey.TryGetValue(key, out var paths) && paths.Remove(path) && paths.Count == 0) pathsByKey.Remove(key);
        return plate;
    }
}
