using Manset.Looks;
using Microsoft.AspNetCore.Components;

namespace Manset.Desk.Door;

/// <summary>A page of the desk, made for the one who asked and kept nowhere.</summary>
/// <typeparam name="TPage">A component with a <c>Seat</c> and, where it shows something, a <c>View</c>.</typeparam>
public sealed class DeskPage<TPage>(object? view = null, int status = StatusCodes.Status200OK) : IResult, IStatusCodeHttpResult where TPage : IComponent
{
    public int? StatusCode => status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var shown = new Dictionary<string, object?> { ["Seat"] = await Seat.Of(httpContext) };
        if (view is not null) shown["View"] = view;
        var body = await httpContext.RequestServices.GetRequiredService<PageRenderer>().Render<TPage>(shown);

        DeskDoor.Guard(httpContext.Response.Headers);
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        httpContext.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method)) await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
