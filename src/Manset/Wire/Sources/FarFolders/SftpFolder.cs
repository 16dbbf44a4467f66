using Renci.SshNet;
using Renci.SshNet.Common;

namespace Manset.Wire;

/// <summary>A folder by SFTP. The server proves itself by a key that the settings name; the address connected to is the one that was checked.</summary>
sealed class SftpFolder : IFarFolder
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly SftpClient client;
    readonly FarFolder folder;

    SftpFolder(SftpClient client, FarFolder folder) => (this.client, this.folder) = (client, folder);

    public static async Task<IFarFolder> Open(FarFolder folder, string secret, bool allowPrivate, CancellationToken stop)
    {
        var addresses = await PublicNetwork.Addresses(folder.Host, allowPrivate, stop);
        var client = new SftpClient(new Renci.SshNet.ConnectionInfo(addresses[0].ToString(), folder.Port, folder.User, Proof(folder, secret)) { Timeout = Patience }) { OperationTimeout = Patience };
        var (strange, given) = (false, "");
        client.HostKeyReceived += (_, key) =>
        {
            given = $"SHA256:{key.FingerPrintSHA256.TrimEnd('=')}";
            key.CanTrust = folder.HostKeys.Any(known => known.Trim().TrimEnd('=') == given);
            strange = !key.CanTrust;
        };
        try
        {
            await client.ConnectAsync(stop);
            return new SftpFolder(client, folder);
        }
        catch (Exception fault)
        {
            client.Dispose();
            if (strange) throw new FarFolderException($"The server's key is {given}, which is none of the HostKeys.");
            if (fault is SshAuthenticationException) throw new FarFolderException("The server does not know this user, password or key.");
            if (fault is SshException or InvalidOperationException) throw new FarFolderException($"No SFTP session: {fault.Message}");
            throw;
        }
    }

    static AuthenticationMethod Proof(FarFolder folder, string secret) => folder.PrivateKeyFile is { } file
        ? new PrivateKeyAuthenticationMethod(folder.User, secret.Length > 0 ? new PrivateKeyFile(file, secret) : new PrivateKeyFile(file))
        : new PasswordAuthenticationMethod(folder.User, secret);

    public Task<IReadOnlyList<FarFile>> List(CancellationToken stop) => Said<IReadOnlyList<FarFile>>(async () =>
    {
        var files = new List<FarFile>();
        await foreach (var file in client.ListDirectoryAsync(folder.Path, stop))
        {
            // A link may lead anywhere.
            if (file is { IsRegularFile: true, IsSymbolicLink: false }) files.Add(new(file.Name, file.Length, new(DateTime.SpecifyKind(file.LastWriteTimeUtc, DateTimeKind.Utc))));
            if (files.Count >= FarFolderSource.MostFiles) break;
        }
        return files;
    });

    public Task<ReadOnlyMemory<byte>> Read(string name, CancellationToken stop) => Said(async () =>
    {
        await using var stream = await client.OpenAsync(folder.At(name), FileMode.Open, FileAccess.Read, stop);
        return await FarFolderSource.Whole(stream, stop);
    });

    public Task Move(string name, string into, CancellationToken stop) => Said(async () =>
    {
        var target = folder.At(into);
        if (!await client.ExistsAsync(target, stop)) await client.CreateDirectoryAsync(target, stop);
        await client.RenameFileAsync(folder.At(name), $"{target}/{name}", stop);
        return true;
    });

    public Task Delete(string name, CancellationToken stop) => Said(async () =>
    {
        await client.DeleteFileAsync(folder.At(name), stop);
        return true;
    });

    static async Task<T> Said<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (SshException fault) { throw new FarFolderException(fault.Message); }
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }
}
