using System.Globalization;
using Manset.Wire;

namespace Manset.Tests.Wire.Formats;

public sealed class WireTimeTests
{
    [Theory]
    [InlineData("Sun, 22 Nov 2026 14:05:06 +0300", "2026-11-22T11:05:06Z")]
    [InlineData("22 Nov 26 14:05 EST", "2026-11-22T19:05:00Z")]
    [InlineData("Sunday, 22-Nov-99 14:05:00 GMT", "1999-11-22T14:05:00Z")]
    [InlineData("Sun, 22 November 2026 14:05:00 GMT+03:00", "2026-11-22T11:05:00Z")]
    [InlineData("Sun Nov 22 14:05:06 2026", "2026-11-22T14:05:06Z")]
    [InlineData("Nov 22, 2026 2:05 PM PST", "2026-11-22T22:05:00Z")]
    [InlineData("Sun, 22 Nov 2026 14:05:06 (local) Z", "2026-11-22T14:05:06Z")]
    [InlineData("2026-11-22T14:05:06.789+03:00", "2026-11-22T11:05:06Z")]
    [InlineData("2026-11-22T14:05Z", "2026-11-22T14:05:00Z")]
    [InlineData("20261122T140506Z", "2026-11-22T14:05:06Z")]
    [InlineData("2026-11-22", "2026-11-22T00:00:00Z")]
    [InlineData("2026-11", "2026-11-01T00:00:00Z")]
    [InlineData("2026-11-22 14:05:06 +0300", "2026-11-22T11:05:06Z")]
    [InlineData("2026-11-21T24:00:00Z", "2026-11-22T00:00:00Z")]
    [InlineData("22 Kasım 2026 14.05", "2026-11-22T11:05:00Z")]
    [InlineData("22 Kasım 2026 Pazar, 14:05", "2026-11-22T11:05:00Z")]
    [InlineData("22 KASIM 2026 saat 14.05", "2026-11-22T11:05:00Z")]
    [InlineData("Pazar, 22 Kas 2026 14:05:00 +0300", "2026-11-22T11:05:00Z")]
    [InlineData("3 Ağustos 2015", "2015-08-02T21:00:00Z")]
    [InlineData("22.11.2026 14:05:06", "2026-11-22T11:05:06Z")]
    [InlineData("22/11/2026 14:05", "2026-11-22T11:05:00Z")]
    [InlineData("15.01.2010 12:00", "2010-01-15T10:00:00Z")]
    [InlineData("31.02.2026 10:00", null)]
    [InlineData("yarın", null)]
    [InlineData("", null)]
    [InlineData("99999999999999999999", null)]
    public void Instants_are_read_as_agencies_write_them(string written, string? instant) =>
        Assert.Equal(instant, WireTime.Of(written)?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
