using Manset.Data;

namespace Manset.Staff;

public static class Tokens
{
    /// <returns>The token itself, which is not kept anywhere.</returns>
    public static async Task<string> Make(Newsroom newsroom, Role role, string name, DateTimeOffset now, CancellationToken stop = default)
    {
        var token = Secret.New();
        newsroom.ApiTokens.Add(new() { Hash = Secret.HashOf(token), Name = name, Role = role, Made = now });
        await newsroom.SaveChangesAsync(stop);
        return token;
    }
}
