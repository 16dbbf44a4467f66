using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Manset.Comments;
using Manset.Data;
using Manset.Desk;
using Manset.Desk.Shares;
using Manset.Editions;
using Manset.Ledger;
using Manset.Looks;
using Manset.Press;
using Manset.Recall;
using Manset.Search;
using Manset.Site;
using Manset.Staff;
using Manset.Wire;
using Microsoft.AspNetCore.Http.Json;

namespace Manset;

/// <summary>The table of contents, in the order news flows.</summary>
public static class Composition
{
    public const string Address = "http://localhost:5080";

    /// <param name="args">Settings as <c>--name value</c>: <c>--data DIR</c>, <c>--urls URL</c>.</param>
    /// <param name="alter">What a test or the demo puts in place of the usual.</param>
    public static WebApplication Build(IReadOnlyList<string> args, Action<WebApplicationBuilder>? alter = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. args], ContentRootPath = AppContext.BaseDirectory });
        builder.AddSettings();
        alter?.Invoke(builder);

        builder.AddEditions(); builder.AddLooks(); builder.AddData(); builder.AddLedger(); builder.AddStaff(); builder.AddSearch();     // the floor
        builder.AddWire(); builder.AddDesk(); builder.AddComments(); builder.AddSite(); builder.AddPress(); builder.AddRecall();         // the flow

        var app = builder.Build();
        app.UseFaults();
        app.UsePress();
        app.RefuseUnknownCharsets();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealth();
        app.MapOpenApi();
        app.MapApi();
        var desk = app.MapDesk();
        desk.MapQueue();
        desk.MapRules();
        app.MapSite();
        return app;
    }

    static void AddSettings(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["data"] ?? "data";
        builder.Configuration.AddJsonFile(Path.GetFullPath(Path.Combine(folder, "settings.json")), optional: true, reloadOnChange: false);
        builder.Configuration.AddEnvironmentVariables();
        builder.WebHost.UseUrls(builder.Configuration["urls"] ?? Address);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 8 * 1024 * 1024;
        });
        builder.Logging.AddSimpleConsole(console => { console.SingleLine = true; console.TimestampFormat = "HH:mm:ss "; });
        // Collisions of two writers are expected and answered where they are caught; what is not caught is logged by whoever it stops.
        // Sealing keys lie in the newsroom's own database: whoever reads that can read all else as well.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // Someone who might log a request makes the host follow each with an activity and a scope, a tenth of what a plate costs.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);

        builder.AddDescription();
        builder.Services.AddProblemDetails();
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true); // so that Faults can say what was bad
        builder.Services.Configure<JsonOptions>(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        });
    }

    static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").ProducesProblems(500, 503);
        api.MapPush();
        api.MapStories();
        api.MapSharesApi();
        api.MapPublished();
        api.MapVerdicts();
    }
}
