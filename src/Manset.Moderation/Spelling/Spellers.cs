using Manset.Moderation.Language;
using Manset.Moderation.Text;

namespace Manset.Moderation.Spelling;

/// <summary>Which speller reads a text: that of its edition, unless it is in another language.</summary>
static class Spellers
{
    public static List<Slip> Slips(Reading reading)
    {
        if (!reading.Bench.Spelling.On || (reading.Tongue is not Tongue.Unsure && reading.Tongue != reading.Bench.Tongue)) return [];

        var slips = reading.Bench.Turkish ? TurkishSpeller.Slips(reading) : EnglishSpeller.Slips(reading);
        if (reading.Bench.Spelling.Strictness is Strictness.Strict) slips.AddRange(Sentences.Slips(reading));
        return slips;
    }
}
