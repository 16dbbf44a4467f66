using System.Text;
using Manset.Moderation.Spelling;

namespace Manset.Moderation.Text;

/// <summary>The whole text with every mend put in that is no mere guess.</summary>
static class Rewriting
{
    public static string Of(Reading reading)
    {
        var mends = new List<(int Start, int End, string Text)>();
        foreach (var slip in reading.Slips)
            if (slip is { Mended: { } mended, Kind: not SlipKind.Far }) mends.Add((slip.Start, slip.End, mended));
        if (reading.Bench.PersonalData.On)
            foreach (var detail in reading.PersonalDetails) mends.Add((detail.Start, detail.End, detail.Masked));
        if (mends.Count == 0) return reading.Mended;

        mends.Sort((one, other) => one.Start.CompareTo(other.Start));
        var (rewritten, at) = (new StringBuilder(reading.Mended.Length + 16), 0);
        foreach (var (start, end, text) in mends)
        {
            if (start < at) continue;
            rewritten.Append(reading.Mended, at, start - at).Append(text);
            at = end;
        }
        return rewritten.Append(reading.Mended, at, reading.Mended.Length - at).ToString();
    }
}
