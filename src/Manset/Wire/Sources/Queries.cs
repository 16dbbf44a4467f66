using System.Globalization;

namespace Manset.Wire;

/// <summary>Addresses whose query says who asks.</summary>
static class Queries
{
    public static Uri On(Uri address, params IEnumerable<(string Name, string Value)> fields) =>
        new UriBuilder(address) { Query = string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}")) }.Uri;

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static bool IsOfTheWeb(Uri address) => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    /// <summary>Where relative links start, without anything that was a secret.</summary>
    public static Uri Bare(Uri address) => new(address.GetLeftPart(UriPartial.Path));
}
