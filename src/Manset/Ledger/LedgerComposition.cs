using Manset.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Manset.Ledger;

public static class LedgerComposition
{
    public static void AddLedger(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Bell>();
        builder.Services.AddSingleton<IInterceptor, BellRinger>();
        builder.Services.AddSingleton<Lease>();
        builder.Services.AddSingleton<Tail>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Tail>());
        builder.Services.AddHostedService<FollowerRun>();
        if (builder.Configuration.GetConnectionString("Newsroom") is { } postgres)
            builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<PostgresBell>(services, postgres));
        else
            builder.Services.AddHostedService<FileBell>();
    }
}
