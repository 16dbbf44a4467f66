using System.Diagnostics;
using Manset.Moderation;

namespace ModerationBench;

static class Speed
{
    public static void Print(string name, Judge judge, IEnumerable<string> source)
    {
        var remarks = source.Take(20_000).Select(text => new Remark(text)).ToList();
        foreach (var remark in remarks) judge.Weigh(remark);

        var times = new double[remarks.Count];
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < remarks.Count; i++)
        {
            var from = clock.Elapsed;
            judge.Weigh(remarks[i]);
            times[i] = (clock.Elapsed - from).TotalMicroseconds;
        }
        var seconds = clock.Elapsed.TotalSeconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Array.Sort(times);
        Console.WriteLine($"  {name,-24} {remarks.Count / seconds,8:N0} comments/s ({remarks.Average(remark => remark.Text.Length):F0} characters), "
            + $"p50 {times[times.Length / 2]:F0} µs, p99 {times[times.Length * 99 / 100]:F0} µs, {allocated / remarks.Count / 1024.0:F1} kB each");
    }

    public static void PrintOne(string name, Judge judge, string text)
    {
        var clock = Stopwatch.StartNew();
        var verdict = judge.Weigh(new(text));
        Console.WriteLine($"  {name,-24} {clock.ElapsedMilliseconds} ms, {verdict.Decision}, {verdict.Findings.Count} findings");
    }

    /// <summary>In time of the processor, for others use the machine too.</summary>
    public static void PrintRestorer(string name, IEnumerable<string> source)
    {
        var texts = source.ToList();
        var bytes = texts.Sum(text => (long)System.Text.Encoding.UTF8.GetByteCount(text));
        var (best, allocated) = (double.MaxValue, 0L);
        for (var round = 0; round < 8; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var from = Environment.CpuUsage.TotalTime;
            foreach (var text in texts) TurkishLetters.Restore(text);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - from).TotalSeconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Console.WriteLine($"  {name,-24} {bytes / best / 1e6:F1} MB/s, {(double)allocated / bytes:F1} bytes allocated for each");
    }
}
