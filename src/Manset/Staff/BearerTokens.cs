using System.Text.Encodings.Web;
using Manset.Data;
using Manset.Editions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Manset.Staff;

/// <summary><c>Authorization: Bearer TOKEN</c>, as <c>manset token</c> prints them.</summary>
public sealed class BearerTokens(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, IDbContextFactory<Newsroom> newsrooms)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "Bearer";
    const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();

        var hash = Secret.HashOf(header[Prefix.Length..].Trim());
        await using var newsroom = await newsrooms.CreateDbContextAsync(Context.RequestAborted);
        return await newsroom.ApiTokens.AsNoTracking().FirstOrDefaultAsync(token => token.Hash == hash, Context.RequestAborted) is { } token
            ? AuthenticateResult.Success(new(Colleague.PrincipalOf(token.Name, token.Role, Name, token.Wire is { } wire ? [new(Colleague.WireClaim, wire)] : []), Name))
            : AuthenticateResult.Fail("The token is not known here.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Name;
        return Refuse(StatusCodes.Status401Unauthorized, "staff.no-token");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Refuse(StatusCodes.Status403Forbidden, "staff.not-this-role");

    Task Refuse(int status, string key)
    {
        var words = Words.AskedBy(Request);
        return TypedResults.Problem(words[$"{key}.text"], statusCode: status, title: words[key]).ExecuteAsync(Context);
    }
}
