using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Manset.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Manset.Tests.Desk;

/// <summary>Someone at the desk with a browser that runs no scripts: pages are read, forms are filled in and sent with all they hold.</summary>
sealed class AtTheDesk(TestNewsroom newsroom) : IDisposable
{
    public const string Password = "uzun bir parola";

    readonly HttpClient browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new(), UseCookies = true, Expect100ContinueTimeout = TimeSpan.FromSeconds(20) })
    {
        BaseAddress = newsroom.Address,
        DefaultRequestHeaders = { { "Accept-Language", "tr" } },
    };

    public static string EmailOf(Role role) => $"{role}@example.com";

    /// <summary>A new member of that role, signed in.</summary>
    public static async Task<AtTheDesk> SignedIn(TestNewsroom newsroom, Role role, string? name = null)
    {
        var email = EmailOf(role) + name;
        await newsroom.Services.GetRequiredService<Welcome>().Add(email, name ?? $"{role}", role, Password);
        var person = new AtTheDesk(newsroom);
        using var answer = await person.SignIn(email, Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return person;
    }

    public Task<HttpResponseMessage> SignIn(string email, string password) =>
        Send("/desk/sign-in", "/desk/sign-in", ("email", email), ("password", password));

    public Task<HttpResponseMessage> Get(string path) => browser.GetAsync(path);

    /// <summary>Only the head of the answer is waited for: its body comes bit by bit.</summary>
    public Task<HttpResponseMessage> Listen(string path, string? last)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (last is not null) request.Headers.Add("Last-Event-ID", last);
        return browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public async Task<IHtmlDocument> Read(string path)
    {
        using var answer = await Get(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Parse(answer);
    }

    public static async Task<IHtmlDocument> Parse(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>Opens a page and sends the form on it that leads to <paramref name="action"/>, with these fields changed.</summary>
    public async Task<HttpResponseMessage> Send(string page, string action, params (string Name, string Value)[] changed)
    {
        using var document = await Read(page);
        return await Send(document, action, changed);
    }

    public Task<HttpResponseMessage> Send(IHtmlDocument page, string action, params (string Name, string Value)[] changed) =>
        browser.PostAsync(action, new FormUrlEncodedContent(Filled(page, action, changed)));

    /// <summary>The same with a file chosen.</summary>
    public async Task<HttpResponseMessage> Upload(string page, string action, byte[] file, string fileName, params (string Name, string Value)[] changed)
    {
        using var document = await Read(page);
        var sent = new MultipartFormDataContent();
        foreach (var (name, value) in Filled(document, action, changed)) sent.Add(new StringContent(value), name);
        sent.Add(new ByteArrayContent(file), "upload", fileName);
        // Asks whether it is wanted before it is sent, so that a refusal is read and not broken off.
        using var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = sent, Headers = { ExpectContinue = true } };
        return await browser.SendAsync(request);
    }

    static Dictionary<string, string> Filled(IHtmlDocument page, string action, (string Name, string Value)[] changed)
    {
        var form = page.QuerySelectorAll<IHtmlFormElement>("form").FirstOrDefault(each => each.GetAttribute("action") == action)
            ?? page.QuerySelector<IHtmlElement>($"[formaction='{action}']")?.Closest("form") as IHtmlFormElement
            ?? page.QuerySelector($"[data-draft='{action}']")?.QuerySelector("form") as IHtmlFormElement;
        Assert.True(form is not null, $"No form leads to {action} from {page.Title}");

        var fields = new Dictionary<string, string>();
        foreach (var field in form.QuerySelectorAll("input[name]:not([type=file], [type=checkbox]), textarea[name], select[name]"))
        {
            fields[field.GetAttribute("name")!] = field switch
            {
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Value ?? "",
                _ => field.GetAttribute("value") ?? "",
            };
        }
        foreach (var (name, value) in changed) fields[name] = value;
        return fields;
    }

    /// <summary>A post without any form, as another site would make it.</summary>
    public Task<HttpResponseMessage> Forge(string path, params (string Name, string Value)[] fields) =>
        browser.PostAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public Task<HttpResponseMessage> Post(string path, HttpContent content) => browser.PostAsync(path, content);

    public void Dispose() => browser.Dispose();
}
