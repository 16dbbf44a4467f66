using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;

namespace Manset.Wire;

/// <summary>
/// Readers that reach public addresses only, or for lines that the settings allow, this machine and its network too. Lines of one account
/// share a reader that keeps its requests apart.
/// </summary>
public sealed class FeedReaders(TimeProvider clock) : IDisposable
{
    readonly HttpClient open = new(PublicNetwork.Handler(allowPrivate: false)), near = new(PublicNetwork.Handler(allowPrivate: true));
    readonly ConcurrentDictionary<(string Account, bool Near), Lazy<HttpClient>> accounts = new();
    readonly ConcurrentDictionary<string, Pace> paces = new();

    public FeedReader For(WireLine line) => new(Client(line), clock, standing: StandingOf(line));

    /// <summary>The pause of a line's account, where it has one.</summary>
    public Pace? PaceOf(WireLine line) => line is { Account: { } account, Apart: { } apart } ? paces.GetOrAdd(account, _ => new(apart, clock)) : null;

    /// <summary>At Anadolu Agency every request counts, redirects and pictures too; at others the calls of the feed.</summary>
    HttpClient Client(WireLine line) => line.Anadolu is { Account: var account }
        ? accounts.GetOrAdd((account, line.AllowPrivate), key => new(() => new(new Paced(PaceOf(line)!, PublicNetwork.Handler(key.Near))))).Value
        : line.AllowPrivate ? near : open;

    static Standing? StandingOf(WireLine line) => line switch
    {
        { Anadolu: { } account } => new(account.Address, () => Basic(account)),
        { Login: { } login, Address: { } address } => new(address, () => Basic(login)),
        _ => null,
    };

    static AuthenticationHeaderValue? Basic(Login login) =>
        login.Secret() is { } secret ? new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{login.User}:{secret}"))) : null;

    public void Dispose()
    {
        open.Dispose();
        near.Dispose();
        foreach (var account in accounts.Values) if (account.IsValueCreated) account.Value.Dispose();
        foreach (var pace in paces.Values) pace.Dispose();
    }
}

/// <summary>How we are known to a server.</summary>
/// <param name="Home">The one server that is told.</param>
/// <param name="Credentials">Null when the secret cannot be read.</param>
public sealed record Standing(Uri Home, Func<AuthenticationHeaderValue?> Credentials);
