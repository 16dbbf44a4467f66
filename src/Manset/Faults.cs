using System.Text.Json;
using Manset.Editions;
using Manset.Looks;
using Manset.Site;
using Microsoft.AspNetCore.Diagnostics;

namespace Manset;

/// <summary>What a reader or a program is told when a request could not be answered: never how the program works inside.</summary>
static class Faults
{
    public static void UseFaults(this WebApplication app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        ExceptionHandler = Tell,
        // Every fault is logged by the handler itself; a request that was malformed is no fault of ours.
        SuppressDiagnosticsCallback = fault => fault.Exception is BadHttpRequestException or OperationCanceledException,
    });

    static async Task Tell(HttpContext call)
    {
        var fault = call.Features.Get<IExceptionHandlerFeature>()?.Error;
        var status = fault switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            JsonException => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status500InternalServerError,
        };
        var path = call.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? call.Request.Path.Value ?? "/";
        var paper = call.RequestServices.GetRequiredService<Paper>();
        var edition = paper.Edition(path.Split('/').ElementAtOrDefault(1)) ?? paper.Main;
        if (path.StartsWith("/api", StringComparison.Ordinal) || call.Request.HasJsonContentType())
        {
            var detail = status < 500 ? (fault?.InnerException as JsonException)?.Message ?? fault?.Message : null;
            await TypedResults.Problem(detail, statusCode: status).ExecuteAsync(call);
            return;
        }

        var renderer = call.RequestServices.GetRequiredService<PageRenderer>();
        var view = new ErrorView { Paper = paper, Edition = edition, Status = status };
        await new Page(status, Page.Html, await renderer.Render<ErrorPage>(view), []).Send(call);
    }
}
