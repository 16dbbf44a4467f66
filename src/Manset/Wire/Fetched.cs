namespace Manset.Wire;

/// <summary>What came of asking an address: one of three things.</summary>
public abstract record Fetched
{
    Fetched() { }

    /// <summary>The same as when last seen.</summary>
    public sealed record Unchanged : Fetched;

    /// <param name="FinalAddress">Where the redirects ended: relative links start here.</param>
    public sealed record Document(ReadOnlyMemory<byte> Bytes, string? ContentType, Seen Seen, Uri FinalAddress) : Fetched
    {
        /// <summary>Where it is now for good, when every redirect on the way said so.</summary>
        public Uri? MovedTo { get; init; }
        /// <summary>The header Link, as it came.</summary>
        public string? Links { get; init; }
    }

    /// <param name="Reason">For people; never holds the address's credentials or query.</param>
    /// <param name="RetryAfter">How long the server asked to be left alone.</param>
    /// <param name="Passing">It may be otherwise later, without anybody mending anything here.</param>
    /// <param name="Status">Of a server that answered.</param>
    public sealed record Refused(string Reason, TimeSpan? RetryAfter = null, bool Passing = false, int? Status = null) : Fetched;
}

/// <summary>What a server gave to recognise a document by, word for word, to be given back when asking again.</summary>
public sealed record Seen(string? ETag, string? LastModified);
