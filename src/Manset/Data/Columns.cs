using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Manset.Data;

/// <summary>Instants in SQLite: microseconds since 1970, UTC, so that they sort and compare.</summary>
sealed class SqliteInstant() : ValueConverter<DateTimeOffset, long>(
    instant => (instant.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
    micros => new DateTimeOffset(DateTime.UnixEpoch.Ticks + micros * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero));

/// <summary>PostgreSQL's <c>timestamptz</c> takes UTC only.</summary>
sealed class PostgresInstant() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    instant => instant.ToUniversalTime(),
    instant => instant.ToUniversalTime());

/// <summary>A value kept as JSON in a text column; the same on both databases.</summary>
public static class JsonColumn
{
    static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) where T : class =>
        property.HasConversion(Converter<T>(), Comparer<T>());

    public static ComplexTypePropertyBuilder<T> AsJson<T>(this ComplexTypePropertyBuilder<T> property) where T : class =>
        property.HasConversion(Converter<T>(), Comparer<T>());

    static ValueConverter<T, string> Converter<T>() => new(value => Write(value), text => Read<T>(text));

    static ValueComparer<T> Comparer<T>() where T : class =>
        new((one, other) => Write(one) == Write(other), value => Write(value).GetHashCode(StringComparison.Ordinal), value => value);

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Plain);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Plain)!;
}

/// <summary>Tables and columns are named in SQL's manner: <c>first_published</c>.</summary>
static class SnakeCase
{
    public static void Apply(IMutableEntityType table)
    {
        foreach (var property in table.GetProperties()) property.SetColumnName(Of(property.Name));
        foreach (var part in table.GetComplexProperties())
            foreach (var property in part.ComplexType.GetProperties()) property.SetColumnName(Of(property.Name));
    }

    static string Of(string name)
    {
        var snake = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && snake.Length > 0) snake.Append('_');
            snake.Append(char.ToLowerInvariant(letter));
        }
        return snake.ToString();
    }
}
