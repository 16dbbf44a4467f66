using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Manset.Looks;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Manset.Tests.Site;

/// <summary>Prints pages as the program does, without the rest of it.</summary>
sealed class Printer : IDisposable
{
    readonly IHost house;
    readonly PageRenderer renderer;

    public Printer()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.AddLooks();
        house = builder.Build();
        renderer = house.Services.GetRequiredService<PageRenderer>();
    }

    public Assets Assets => house.Services.GetRequiredService<Assets>();

    public Task<byte[]> Print<TPage>(object view) where TPage : IComponent => renderer.Render<TPage>(view);

    public Task<byte[]> Print<TPage>(Dictionary<string, object?> parameters) where TPage : IComponent => renderer.Render<TPage>(parameters);

    public async Task<string> Text<TPage>(object view) where TPage : IComponent => Encoding.UTF8.GetString(await Print<TPage>(view));

    public async Task<IHtmlDocument> Read<TPage>(object view) where TPage : IComponent => new HtmlParser().ParseDocument(await Text<TPage>(view));

    public void Dispose() => house.Dispose();
}
