using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Manset.Demo;

/// <summary>Pictures, and the links to them that end.</summary>
public sealed partial class SubscriberDesk
{
    /// <summary>Good for a while, and for the address that asked for it.</summary>
    string? Link(string id, HttpContext call)
    {
        if (Items(clock.GetUtcNow()).FirstOrDefault(item => PictureIdOf(item) == id) is not { Take.Picture: { } name }) return null;
        var until = (clock.GetUtcNow() + odd.LinkLasts).ToUnixTimeMilliseconds();
        return $"{call.Request.Scheme}://{call.Request.Host}/abone/files/{name}.jpg?until={until}&seal={Seal(name, until, call)}";
    }

    Results<FileContentHttpResult, StatusCodeHttpResult> File(string name, long until, string seal, HttpContext call)
    {
        var picture = Path.GetFileNameWithoutExtension(name);
        return seal == Seal(picture, until, call) && clock.GetUtcNow().ToUnixTimeMilliseconds() <= until
            ? TypedResults.Bytes(AgencyScript.PictureBytes(picture), "image/jpeg")
            : TypedResults.StatusCode(403);
    }

    string Seal(string name, long until, HttpContext call) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(seal, Encoding.UTF8.GetBytes($"{name} {until} {call.Connection.RemoteIpAddress}")));
}
