using Manset.Ledger;

namespace Manset.Desk;

public static class DeskComposition
{
    public static void AddDesk(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Newsdesk>();
        builder.Services.AddSingleton<Follower, Assignment>();
        builder.Services.AddSingleton<Follower, Indexing>();
    }
}
