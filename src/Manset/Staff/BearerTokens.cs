using System.Text.Encodings.Web;
using Manset.Data;
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
            ? AuthenticateResult.Success(new(Colleague.PrincipalOf(token.Name, token.Role, Name), Name))
            : AuthenticateResult.Fail("The token is not known here.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Name;
        return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "A token is needed", detail: "Send Authorization: Bearer TOKEN; `manset token --role editor` prints one.")
            .ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        TypedResults.Problem(statusCode: StatusCodes.Status403Forbidden, title: "Not for this role", detail: "The token's role may not do this.")
            .ExecuteAsync(Context);
}
