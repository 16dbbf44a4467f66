using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Manset.Wire;

/// <summary>Fetches a feed or a picture over HTTP, within bounds that no server can stretch: size, time, redirects.</summary>
/// <param name="http">With the handler of <see cref="PublicNetwork.Handler"/>, which follows no redirects by itself.</param>
/// <param name="timeout">For the whole of it, redirects and body included.</param>
public sealed class FeedReader(HttpClient http, TimeProvider clock, TimeSpan? timeout = null, int largest = Formats.LargestDocument)
{
    const int MostRedirects = 5;
    const string BrokeOff = "The connection broke off before the whole answer had come.";
    static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(1);

    readonly TimeSpan timeout = timeout ?? TimeSpan.FromSeconds(30);

    /// <param name="seen">Of the last document, to be told when it is still the same.</param>
    public async Task<Fetched> Fetch(Uri address, Seen? seen, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            return await Follow(address, seen, either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new Fetched.Refused($"No whole answer within {timeout.TotalSeconds:0.#} seconds.", Passing: true);
        }
        catch (HttpRequestException fault)
        {
            return new Fetched.Refused(Reason(fault), Passing: PrivateAddress(fault) is null);
        }
        catch (InvalidDataException)
        {
            return new Fetched.Refused("The answer was not compressed as it said.");
        }
        catch (IOException)
        {
            return new Fetched.Refused(BrokeOff, Passing: true);
        }
    }

    async Task<Fetched> Follow(Uri address, Seen? seen, CancellationToken cancellation)
    {
        var credentials = Credentials(address);
        for (var (at, hop) = (address, 0); hop <= MostRedirects; hop++)
        {
            if (!at.IsAbsoluteUri || (at.Scheme != Uri.UriSchemeHttp && at.Scheme != Uri.UriSchemeHttps))
                return new Fetched.Refused("Not an address of the web (http or https).");

            using var request = Request(at, seen);
            // The agency's password is for the agency's own host, and never in the clear where it was not before.
            if (at.Host == address.Host && (at.Scheme == address.Scheme || at.Scheme == Uri.UriSchemeHttps)) request.Headers.Authorization = credentials;
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (response.StatusCode == HttpStatusCode.NotModified) return new Fetched.Unchanged();
            if (response.IsSuccessStatusCode) return await Document(response, at, cancellation);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } next)
                return new Fetched.Refused($"The server answered {(int)response.StatusCode} {Words(response)}".TrimEnd() + ".", RetryAfter(response), IsPassing((int)response.StatusCode));

            at = new Uri(at, next);
        }
        return new Fetched.Refused($"Redirected more than {MostRedirects} times.");
    }

    static HttpRequestMessage Request(Uri address, Seen? seen)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (seen?.ETag is { } tag) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (seen?.LastModified is { } modified) request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        request.Headers.UserAgent.Add(new("Manset", "1.0"));
        request.Headers.Accept.ParseAdd("*/*");
        return request;
    }

    static AuthenticationHeaderValue? Credentials(Uri address) =>
        address.UserInfo.Length == 0 ? null : new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo))));

    async Task<Fetched> Document(HttpResponseMessage response, Uri address, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength > largest) return TooLarge();

        var bytes = new ArrayBufferWriter<byte>();
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        while (await body.ReadAsync(bytes.GetMemory(16 * 1024), cancellation) is > 0 and var count)
        {
            bytes.Advance(count);
            if (bytes.WrittenCount > largest) return TooLarge();
        }
        return new Fetched.Document(bytes.WrittenMemory, Header(response.Content.Headers, "Content-Type"),
            new(Header(response.Headers, "ETag"), Header(response.Content.Headers, "Last-Modified")), WithoutCredentials(address));
    }

    Fetched.Refused TooLarge() => new($"Larger than {largest / 1024.0 / 1024:0.##} MB.");

    static Uri WithoutCredentials(Uri address) =>
        address.UserInfo.Length == 0 ? address : new UriBuilder(address) { UserName = "", Password = "" }.Uri;

    static string? Header(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 and <= 1000 } value ? value : null;

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
