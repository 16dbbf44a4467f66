using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;

namespace Manset.Tests.Wire.Sources;

/// <summary>SFTP, against OpenSSH itself.</summary>
public sealed class SftpTests
{
    const string Program = "/usr/sbin/sshd";

    [Fact]
    public async Task Files_come_by_a_key_from_a_server_whose_key_is_known_and_from_no_other()
    {
        Assert.SkipUnless(File.Exists(Program) && File.Exists("/usr/bin/ssh-keygen"), "OpenSSH's server is absent (apt-get install openssh-server).");
        using var folder = new Folder();
        var (hostKey, ours, port) = (await Key(folder, "host"), await Key(folder, "ours"), FreePort());
        Directory.CreateDirectory(folder.At("haber"));
        File.Copy(folder.At("ours.pub"), folder.At("authorized"));
        await File.WriteAllTextAsync(folder.At("haber/bir.xml"), AgencyCopy.Rss(AgencyCopy.Item()));
        await File.WriteAllTextAsync(folder.At("haber/iki.xml.tmp"), "<rss");
        await File.WriteAllTextAsync(folder.At("sshd_config"), $"""
            Port {port}
            ListenAddress 127.0.0.1
            HostKey {folder.At("host")}
            AuthorizedKeysFile {folder.At("authorized")}
            PidFile none
            StrictModes no
            PermitRootLogin yes
            PasswordAuthentication no
            UsePAM no
            Subsystem sftp internal-sftp
            """);
        if (OperatingSystem.IsLinux() && Environment.UserName == "root") Directory.CreateDirectory("/run/sshd");
        using var server = Process.Start(new ProcessStartInfo(Program, ["-D", "-e", "-f", folder.At("sshd_config")]) { RedirectStandardError = true })!;
        try
        {
            var said = server.StandardError.ReadToEndAsync();
            await TestNewsroom.Until(async () =>
            {
                if (server.HasExited) Assert.Fail(await said);
                return await IsOpen(port);
            }, "the server listens");
            IEnumerable<(string, string)> Line(string hostKey) => AgencyCopy.Line("aa", 0, ("Edition", "tr"), ("Every", "00:00:10"), ("AllowPrivate", "true"),
                ("FarFolder:Address", $"sftp://localhost:{port}{folder.At("haber")}"), ("FarFolder:User", Environment.UserName), ("FarFolder:HostKeys:0", hostKey),
                ("FarFolder:PrivateKeyFile", folder.At("ours")), ("FarFolder:Afterwards", "Move"));

            await using (var strange = await TestNewsroom.Open(null, null, Line("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")))
            {
                await Pass(strange, room => room.WireStates.AnyAsync(state => state.LastRefusal != null), "the refusal was noted");
                Assert.Contains(hostKey, await strange.Ask(room => room.WireStates.Select(state => state.LastRefusal).SingleAsync()));
            }
            await using var newsroom = await TestNewsroom.Open(null, null, Line(hostKey));
            await Pass(newsroom, _ => Task.FromResult(File.Exists(folder.At("haber/done/bir.xml"))), "the file was taken and moved");

            Assert.Equal("aa:1", await newsroom.Ask(room => room.WireItems.Select(item => item.Guid).SingleAsync()));
            Assert.True(File.Exists(folder.At("haber/iki.xml.tmp")));
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }
    }

    /// <returns>Its fingerprint, as an operator would copy it.</returns>
    static async Task<string> Key(Folder folder, string name)
    {
        await Run("-q", "-t", "ed25519", "-N", "", "-f", folder.At(name));
        return (await Run("-l", "-f", folder.At(name))).Split(' ')[1];

        static async Task<string> Run(params string[] arguments)
        {
            using var keygen = Process.Start(new ProcessStartInfo("/usr/bin/ssh-keygen", arguments) { RedirectStandardOutput = true })!;
            var said = await keygen.StandardOutput.ReadToEndAsync();
            await keygen.WaitForExitAsync();
            return said;
        }
    }

    static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    static async Task<bool> IsOpen(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException) { return false; }
    }

    sealed class Folder : IDisposable
    {
        readonly string root = Directory.CreateTempSubdirectory("manset-sftp-").FullName;

        public string At(string name) => Path.Combine(root, name);

        public void Dispose() => Directory.Delete(root, recursive: true);
    }

    static Task Pass(TestNewsroom newsroom, Func<Manset.Data.Newsroom, Task<bool>> happened, string what) => TestNewsroom.Until(async () =>
    {
        if (await newsroom.Ask(happened)) return true;
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.Delay(50);
        return await newsroom.Ask(happened);
    }, what);
}
