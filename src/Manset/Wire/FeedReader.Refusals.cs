using System.Net;

namespace Manset.Wire;

/// <summary>Why nothing came, in words that hold no secret.</summary>
public sealed partial class FeedReader
{
    /// <summary>The standard's words for a status; a server's own may say anything.</summary>
    static string Words(HttpResponseMessage response) =>
        Enum.IsDefined(response.StatusCode) ? string.Concat(response.StatusCode.ToString().Select((letter, at) => at > 0 && char.IsUpper(letter) ? " " + letter : letter.ToString())) : "";

    /// <summary>A picture is often named before it is there.</summary>
    static bool IsPassing(int status) => status is 404 or 408 or 425 or 429 or >= 500;

    TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        if (wait is null || wait <= TimeSpan.Zero) return null;
        return wait < LongestRetryAfter ? wait : LongestRetryAfter;
    }

    static PrivateAddressException? PrivateAddress(Exception? fault) => fault as PrivateAddressException ?? (fault is null ? null : PrivateAddress(fault.InnerException));

    static string Reason(HttpRequestException fault)
    {
        if (PrivateAddress(fault) is { } refused) return refused.Message;
        return fault.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => "No server of that name is known.",
            HttpRequestError.ConnectionError => "The server could not be reached.",
            HttpRequestError.SecureConnectionError => "The server's certificate is not to be trusted, or it speaks no TLS.",
            HttpRequestError.ResponseEnded => BrokeOff,
            HttpRequestError.ConfigurationLimitExceeded => "The answer's headers are too large.",
            HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => "The answer was not HTTP.",
            _ when fault.InnerException is IOException => BrokeOff,
            _ => "The request failed.",
        };
    }
}
