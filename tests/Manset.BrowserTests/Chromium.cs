using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Manset.BrowserTests.Chromium))]

namespace Manset.BrowserTests;

/// <summary>
/// The browser of this run: started once, and shared by every class that takes it in its constructor. It is the machine's own
/// Chromium; nothing is downloaded.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];

    static readonly string[] Flags =
    [
        "--no-sandbox", // A container's root has no other way; only our own pages are opened.
        "--disable-dev-shm-usage", // A container has little of it.
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1", // A page that asks another host asks in vain.
    ];

    IPlaywright? playwright;
    IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Headless = true, Args = Flags });
    }

    /// <summary>A page that shares nothing with another, as a reader with this device and language opens it.</summary>
    public async Task<IPage> Open(Uri address, string language = "tr-TR", int width = 1280, int height = 900, bool scripts = true, bool dark = false)
    {
        var page = await Blank(language, width, height, scripts, dark);
        await page.GotoAsync(address.AbsoluteUri);
        return page;
    }

    /// <summary>The same before it goes anywhere, so that nothing of what follows is missed.</summary>
    public async Task<IPage> Blank(string language = "tr-TR", int width = 1280, int height = 900, bool scripts = true, bool dark = false)
    {
        var visit = await browser!.NewContextAsync(new()
        {
            Locale = language,
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = scripts,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        return await visit.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    static string Find() =>
        Environment.GetEnvironmentVariable("MANSET_CHROMIUM") is { Length: > 0 } told ? told
        : UsualPlaces.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("No Chromium here: ./build installs it, or MANSET_CHROMIUM says where it is.");
}
