using Manset.Data;

namespace Manset.Staff;

public static class Tokens
{
    /// <returns>The token itself, which is not kept anywhere.</returns>
    public static Task<string> Make(Newsroom newsroom, Role role, string name, DateTimeOffset now, CancellationToken stop = default) =>
        Make(newsroom, role, name, null, now, stop);

    /// <summary>For an agency that pushes to a wire.</summary>
    public static Task<string> MakeFor(Newsroom newsroom, string wire, string name, DateTimeOffset now, CancellationToken stop = default) =>
        Make(newsroom, Role.Agency, name, wire, now, stop);

    static async Task<string> Make(Newsroom newsroom, Role role, string name, string? wire, DateTimeOffset now, CancellationToken stop)
    {
        var token = Secret.New();
        newsroom.ApiTokens.Add(new() { Hash = Secret.HashOf(token), Name = name, Role = role, Wire = wire, Made = now });
        await newsroom.SaveChangesAsync(stop);
        return token;
    }
}
