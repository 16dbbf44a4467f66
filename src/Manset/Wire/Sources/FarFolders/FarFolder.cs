using System.ComponentModel.DataAnnotations;

namespace Manset.Wire;

/// <summary>A folder on an agency's server: <c>ftp://</c>, <c>ftps://</c> (TLS asked for, or from the first byte at port 990) or <c>sftp://</c>.</summary>
public sealed record FarFolder : Login
{
    public required Uri Address { get; init; }
    /// <summary>What <c>ssh-keygen -l</c> prints of the server's key: <c>SHA256:…</c>. Needed for SFTP.</summary>
    public IReadOnlyList<string> HostKeys { get; init; } = [];
    /// <summary>Instead of a password, or with it as its passphrase.</summary>
    public string? PrivateKeyFile { get; init; }
    /// <summary>SHA-256 of the one certificate to be trusted, in hexadecimal; absent, the machine's own authorities tell.</summary>
    public string? Certificate { get; init; }
    public Afterwards Afterwards { get; init; }

    internal string Host => Address.IdnHost;

    internal int Port => Address.Port > 0 ? Address.Port : Address.Scheme == "sftp" ? 22 : 21;

    internal string Path => Uri.UnescapeDataString(Address.AbsolutePath) is { Length: > 1 } path ? path.TrimEnd('/') : "/";

    internal string At(string name) => Path == "/" ? $"/{name}" : $"{Path}/{name}";

    public IEnumerable<ValidationResult> Faults(string line)
    {
        if (!Address.IsAbsoluteUri || Address.Scheme is not ("ftp" or "ftps" or "sftp"))
        {
            yield return new($"Wires:Lines: the FarFolder of '{line}' is none of ftp, ftps, sftp.");
            yield break;
        }
        if (Address.UserInfo.Length > 0) yield return new($"Wires:Lines: the FarFolder of '{line}' takes User and PasswordFile, not an address with a password.");
        if (Path.Any(char.IsControl)) yield return new($"Wires:Lines: the path of '{line}' has characters that no path has.");
        foreach (var fault in Faults(line, needed: PrivateKeyFile is null)) yield return fault;
        if (Address.Scheme == "sftp" && HostKeys.Count == 0)
            yield return new($"Wires:Lines: '{line}' needs HostKeys, as 'ssh-keyscan {Host} | ssh-keygen -lf -' prints them; compare them with what the agency says.");
        if (PrivateKeyFile is not null && !File.Exists(PrivateKeyFile)) yield return new($"Wires:Lines: the PrivateKeyFile of '{line}' is not there.");
        if (Certificate is not null && Certificate.Replace(":", "", StringComparison.Ordinal) is not { Length: 64 }) yield return new($"Wires:Lines: the Certificate of '{line}' is no SHA-256 in hexadecimal.");
    }
}

/// <summary>What becomes of a file once it is taken: it stays and is remembered, is moved to <c>done</c> or <c>refused</c> beside it, or goes.</summary>
public enum Afterwards { Keep, Move, Delete }

public sealed record FarFile(string Name, long Length, DateTimeOffset Written)
{
    /// <summary>Another file of that name, or the same one changed, is another arrival.</summary>
    public string Mark => FormattableString.Invariant($"{Name}|{Length}|{Written.ToUnixTimeMilliseconds()}");
}

/// <summary>An open connection to a far folder.</summary>
public interface IFarFolder : IAsyncDisposable
{
    Task<IReadOnlyList<FarFile>> List(CancellationToken stop);

    /// <summary>Its bytes; of a file larger than any document, one more than that, so that the reader refuses it.</summary>
    Task<ReadOnlyMemory<byte>> Read(string name, CancellationToken stop);

    Task Move(string name, string folder, CancellationToken stop);

    Task Delete(string name, CancellationToken stop);
}

/// <summary>Thrown out of a conversation with a server that did not go as it should; its message is for people and holds no secret.</summary>
public sealed class FarFolderException(string message) : IOException(message);
