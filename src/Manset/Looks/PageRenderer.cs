using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Manset.Looks;

/// <summary>Makes the bytes of a page from its view. Each page has a renderer of its own, so pages are made side by side.</summary>
public sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    /// <typeparam name="TPage">A component whose one parameter is <c>View</c>.</typeparam>
    public Task<byte[]> Render<TPage>(object view) where TPage : IComponent =>
        Render<TPage>(new Dictionary<string, object?> { ["View"] = view });

    public Task<byte[]> Render<TPage>(IDictionary<string, object?> parameters) where TPage : IComponent => Print<TPage>(parameters, "<!DOCTYPE html>\n");

    /// <summary>A part of a page by itself, for a script to put in.</summary>
    public Task<byte[]> Fragment<TPart>(IDictionary<string, object?> parameters) where TPart : IComponent => Print<TPart>(parameters, "");

    async Task<byte[]> Print<TPage>(IDictionary<string, object?> parameters, string before) where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters));
            using var bytes = new MemoryStream(32 * 1024);
            await using (var text = new PageText(bytes))
            {
                text.Write(before);
                page.WriteHtmlTo(text);
            }
            return bytes.ToArray();
        });
    }

    /// <summary>Ends an empty element as HTML does: the renderer ends it as XML would, which validators hold against a page.</summary>
    sealed class PageText(Stream bytes) : StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 4096, leaveOpen: true)
    {
        public override void Write(string? value) => base.Write(value == " />" ? ">" : value);
    }
}
