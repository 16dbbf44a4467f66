using Manset.Ledger;

namespace Manset.Recall;

public static class RecallComposition
{
    public static void AddRecall(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Follower, Recalling>();
        builder.Services.AddHostedService<RecallRun>();
    }
}
