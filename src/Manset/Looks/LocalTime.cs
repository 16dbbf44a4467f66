using System.Globalization;
using Manset.Editions;

namespace Manset.Looks;

/// <summary>How an edition writes an instant: on its own clock, in its own language.</summary>
public static class LocalTime
{
    extension(Edition edition)
    {
        /// <summary><c>22 Kasım 2026 14.05</c>; <c>22 November 2026, 14:05</c>.</summary>
        public string Moment(DateTimeOffset instant) => edition.Write(instant, edition.IsTurkish ? "d MMMM yyyy HH.mm" : "d MMMM yyyy, HH:mm");

        /// <summary><c>14.05</c>; <c>14:05</c>.</summary>
        public string Hour(DateTimeOffset instant) => edition.Write(instant, edition.IsTurkish ? "HH.mm" : "HH:mm");

        /// <summary>The day without its year, for lists: <c>22 Kasım</c>.</summary>
        public string Day(DateTimeOffset instant) => edition.Write(instant, "d MMMM");

        bool IsTurkish => edition.CultureInfo.TwoLetterISOLanguageName == "tr";

        string Write(DateTimeOffset instant, string form) => edition.Local(instant).ToString(form, edition.CultureInfo);

        /// <summary>For machines: ISO 8601 to the second, with the offset of the edition's clock.</summary>
        public string Iso(DateTimeOffset instant) =>
            edition.Local(instant).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }
}
