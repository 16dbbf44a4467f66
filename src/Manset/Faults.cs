using System.Data.Common;
using System.Text;
using System.Text.Json;
using Manset.Desk.Door;
using Manset.Editions;
using Manset.Looks;
using Manset.Site;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace Manset;

/// <summary>
/// What a reader or a program is told when a request could not be answered: never how the program works inside. Every answer
/// that would leave empty gets its words here too, such as 404, 405 and 415.
/// </summary>
static class Faults
{
    public static void UseFaults(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = TellFault,
            // Every fault is logged by the handler itself; a request that was malformed is no fault of ours.
            SuppressDiagnosticsCallback = fault => fault.Exception is BadHttpRequestException or JsonException or OperationCanceledException,
        });
        app.UseStatusCodePages(empty => Tell(empty.HttpContext, empty.HttpContext.Response.StatusCode));
    }

    /// <summary>A body in letters that nobody here can read is refused before anybody tries.</summary>
    public static void RefuseUnknownCharsets(this WebApplication app) => app.Use((call, next) =>
    {
        if (call.Request.ContentType is null || IsReadable(call.Request)) return next(call);

        call.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return Task.CompletedTask;
    });

    static bool IsReadable(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue) return true;
        try
        {
            Encoding.GetEncoding(HeaderUtilities.RemoveQuotes(type.Charset).ToString());
            return true;
        }
        // UTF-7 is known and not supported.
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException) { return false; }
    }

    static Task TellFault(HttpContext call)
    {
        var fault = call.Features.Get<IExceptionHandlerFeature>()?.Error;
        return Tell(call, fault switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            JsonException => StatusCodes.Status400BadRequest,
            _ when fault?.GetBaseException() is DbException { IsTransient: true } => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        }, fault);
    }

    static async Task Tell(HttpContext call, int status, Exception? fault = null)
    {
        var paper = call.RequestServices.GetRequiredService<Paper>();
        var named = paper.Edition(call.Request.Path.Value?.Split('/').ElementAtOrDefault(1));
        if (IsFromProgram(call.Request))
        {
            var words = named is null ? Words.AskedBy(call.Request) : Words.In(named.Code);
            await TypedResults.Problem(Detail(words, status, fault), statusCode: status, title: words[Key(status)]).ExecuteAsync(call);
            return;
        }

        if (status is StatusCodes.Status413PayloadTooLarge && call.Request.Path.StartsWithSegments("/desk"))
        {
            await DeskNotice.Of("too-large", status).ExecuteAsync(call);
            return;
        }

        var edition = named ?? paper.Main;
        var page = status == StatusCodes.Status404NotFound
            ? await call.RequestServices.GetRequiredService<Pages>().NotFound(edition)
            : new(status, Page.Html, await call.RequestServices.GetRequiredService<PageRenderer>()
                .Render<ErrorPage>(new ErrorView { Paper = paper, Edition = edition, Status = status }), []);
        await page.Send(call);
    }

    static bool IsFromProgram(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/openapi") || request.HasJsonContentType()
        || request.Headers.Accept.ToString() is var accept && accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("html", StringComparison.OrdinalIgnoreCase);

    static string Detail(Words words, int status, Exception? fault) =>
        (fault as JsonException ?? fault?.InnerException as JsonException) is { } json
            ? words["site.error.json", json.Path ?? "$", (json.LineNumber ?? 0) + 1, (json.BytePositionInLine ?? 0) + 1]
            : words[$"{Key(status)}.text"];

    static string Key(int status)
    {
        var told = status switch { 400 or 403 or 404 or 405 or 413 or 415 or 429 or 500 or 503 => status, < 500 => 400, _ => 500 };
        return FormattableString.Invariant($"site.error.{told}");
    }
}
