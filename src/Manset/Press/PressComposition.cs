using System.ComponentModel.DataAnnotations;
using Manset.Site;
using Microsoft.Extensions.Options;

namespace Manset.Press;

public sealed record PressRoom
{
    /// <summary>How much memory plates may take.</summary>
    [Range(1, 1_000_000)] public int MegabytesOfPlates { get; init; } = 256;
}

public static class PressComposition
{
    public static void AddPress(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<PressRoom>().BindConfiguration(nameof(PressRoom)).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(services => new PlateRack(services.GetRequiredService<IOptions<PressRoom>>().Value.MegabytesOfPlates * 1024L * 1024L));
        builder.Services.AddSingleton<Platemaker>();
        builder.Services.AddHostedService<PressRun>();
    }

    /// <summary>The first thing a request meets: a plate that stands on the rack is sent before anything else is looked at.</summary>
    public static void UsePress(this WebApplication app)
    {
        var rack = app.Services.GetRequiredService<PlateRack>();
        var platemaker = app.Services.GetRequiredService<Platemaker>();
        app.Use((call, next) =>
        {
            if (!HttpMethods.IsGet(call.Request.Method) && !HttpMethods.IsHead(call.Request.Method)) return next(call);
            if (Pages.PathOf(call.Request) is not { } path) return next(call);
            if (rack.Find(path) is { } plate) return plate.Print(call);
            return platemaker.Has(path) ? Press(call, path) : next(call);
        });

        async Task Press(HttpContext call, string path)
        {
            var plate = await platemaker.Get(path);
            await plate.Print(call);
        }
    }
}
