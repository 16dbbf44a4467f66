using System.Text;
using System.Text.Unicode;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Manset.Looks;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Manset.Tests.Site;

/// <summary>Prints pages as the program does, without the rest of it.</summary>
sealed class Printer : IAsyncDisposable
{
    readonly ServiceProvider services;
    readonly PageRenderer renderer;

    public Printer()
    {
        var parts = new ServiceCollection();
        parts.AddLogging();
        parts.AddSingleton<Assets>().AddSingleton<PageRenderer>();
        parts.AddWebEncoders(encoders => encoders.TextEncoderSettings = new(UnicodeRanges.All));
        services = parts.BuildServiceProvider();
        renderer = services.GetRequiredService<PageRenderer>();
    }

    public Assets Assets => services.GetRequiredService<Assets>();

    public Task<byte[]> Print<TPage>(object view) where TPage : IComponent => renderer.Render<TPage>(view);

    public async Task<string> Text<TPage>(object view) where TPage : IComponent => Encoding.UTF8.GetString(await Print<TPage>(view));

    public async Task<IHtmlDocument> Read<TPage>(object view) where TPage : IComponent => new HtmlParser().ParseDocument(await Text<TPage>(view));

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
