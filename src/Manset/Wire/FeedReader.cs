using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Manset.Wire;

/// <summary>Fetches a feed or a picture over HTTP, within bounds that no server can stretch: size, time, redirects.</summary>
/// <param name="http">With the handler of <see cref="PublicNetwork.Handler"/>, which follows no redirects by itself.</param>
/// <param name="timeout">For the whole of it, redirects and body included.</param>
/// <param name="standing">Where the address itself names nobody.</param>
public sealed partial class FeedReader(HttpClient http, TimeProvider clock, TimeSpan? timeout = null, int largest = Formats.LargestDocument, Standing? standing = null)
{
    const int MostRedirects = 5;
    const string BrokeOff = "The connection broke off before the whole answer had come.";
    static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(1);

    readonly TimeSpan timeout = timeout ?? TimeSpan.FromSeconds(30);

    /// <param name="seen">Of the last document, to be told when it is still the same.</param>
    public Task<Fetched> Fetch(Uri address, Seen? seen, CancellationToken cancellation) => Within(stop => Follow(address, seen, null, stop), cancellation);

    /// <summary>A question that goes in a form.</summary>
    public Task<Fetched> Post(Uri address, IReadOnlyDictionary<string, string> form, CancellationToken cancellation) => Within(stop => Follow(address, null, form, stop), cancellation);

    async Task<Fetched> Within(Func<CancellationToken, Task<Fetched>> follow, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            return await follow(either.Token);
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

    async Task<Fetched> Follow(Uri address, Seen? seen, IReadOnlyDictionary<string, string>? form, CancellationToken cancellation)
    {
        var known = Known(address);
        if (known is { Credentials: null }) return new Fetched.Refused("The password file cannot be read.", Passing: true);

        var forGood = true;
        for (var (at, hop) = (address, 0); hop <= MostRedirects; hop++)
        {
            if (!at.IsAbsoluteUri || (at.Scheme != Uri.UriSchemeHttp && at.Scheme != Uri.UriSchemeHttps))
                return new Fetched.Refused("Not an address of the web (http or https).");

            using var request = Request(at, seen, form);
            if (known is { } us && IsAtHome(us.Home, at)) request.Headers.Authorization = us.Credentials;
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (response.StatusCode == HttpStatusCode.NotModified) return new Fetched.Unchanged();
            if (response.IsSuccessStatusCode) return await Document(response, at, cancellation) is Fetched.Document document
                ? document with { MovedTo = hop > 0 && forGood ? WithoutCredentials(at) : null } : TooLarge();
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } next)
                return new Fetched.Refused($"The server answered {(int)response.StatusCode} {Words(response)}".TrimEnd() + ".", RetryAfter(response), IsPassing((int)response.StatusCode), (int)response.StatusCode);

            next = new Uri(at, next);
            // For good means in the open as little as before.
            forGood &= (int)response.StatusCode is 301 or 308 && (next.Scheme == at.Scheme || next.Scheme == Uri.UriSchemeHttps);
            at = next;
        }
        return new Fetched.Refused($"Redirected more than {MostRedirects} times.");
    }

    (Uri Home, AuthenticationHeaderValue? Credentials)? Known(Uri address) =>
        Credentials(address) is { } named ? (address, named) : standing is not null ? (standing.Home, standing.Credentials()) : null;

    /// <summary>The agency's password is for the agency's own server, and never in the clear where it was not before.</summary>
    static bool IsAtHome(Uri home, Uri at) =>
        at.Host == home.Host && (at.Scheme == home.Scheme ? at.Port == home.Port : at.Scheme == Uri.UriSchemeHttps);

    static HttpRequestMessage Request(Uri address, Seen? seen, IReadOnlyDictionary<string, string>? form)
    {
        var request = new HttpRequestMessage(form is null ? HttpMethod.Get : HttpMethod.Post, address);
        if (form is not null) request.Content = new FormUrlEncodedContent(form);
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
            new(Header(response.Headers, "ETag"), Header(response.Content.Headers, "Last-Modified")), WithoutCredentials(address))
        {
            Links = Header(response.Headers, "Link"),
        };
    }

    Fetched.Refused TooLarge() => new($"Larger than {largest / 1024.0 / 1024:0.##} MB.");

    static Uri WithoutCredentials(Uri address) =>
        address.UserInfo.Length == 0 ? address : new UriBuilder(address) { UserName = "", Password = "" }.Uri;

    static string? Header(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 and <= 1000 } value ? value : null;
}
