using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Dom.Events;
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

    /// <summary>What a parser had to overlook in the pages read so far.</summary>
    public List<string> Errors { get; } = [];

    public async Task<IHtmlDocument> Read<TPage>(object view) where TPage : IComponent
    {
        var parser = new HtmlParser();
        parser.Error += (_, fault) => Errors.Add(fault is HtmlErrorEvent error ? $"{error.Message} at {error.Position}" : fault.ToString()!);
        return parser.ParseDocument(await Text<TPage>(view));
    }

    public void Dispose() => house.Dispose();
}
