using System.Threading.Channels;
using Manset.Data;
using Manset.Desk;
using Manset.Editions;
using Manset.Ledger;
using Manset.Wire;
using Microsoft.EntityFrameworkCore;

namespace Manset.Demo;

/// <summary>Tells on the console, in plain lines and in order, what happens in the newsroom and where to look.</summary>
sealed class Telling
{
    readonly Channel<Func<Task<string?>>> lines = Channel.CreateUnbounded<Func<Task<string?>>>();
    readonly IServiceProvider services;
    readonly TextWriter output;

    public Telling(IServiceProvider services, TextWriter output)
    {
        (this.services, this.output) = (services, output);
        _ = Task.Run(Write);
    }

    public void Say(string line) => lines.Writer.TryWrite(() => Task.FromResult<string?>(line));

    public void Hear(IReadOnlyList<Entry> entries)
    {
        foreach (var entry in entries) lines.Writer.TryWrite(() => Of(entry));
    }

    async Task Write()
    {
        var clock = services.GetRequiredService<TimeProvider>();
        await foreach (var line in lines.Reader.ReadAllAsync())
            if (await line() is { } said) await output.WriteLineAsync($"{clock.GetLocalNow():HH:mm:ss}  {said}");
    }

    async Task<string?> Of(Entry entry)
    {
        await using var newsroom = await services.GetRequiredService<IDbContextFactory<Newsroom>>().CreateDbContextAsync();
        if (entry.Act is Act.Received or Act.EmbargoLifted)
        {
            if (await newsroom.WireItems.FindAsync(entry.Subject) is not { } item) return null;
            var what = item switch
            {
                { IsWithdrawn: true } => "withdraws",
                { Embargo: not null } when entry.Act is Act.Received => $"sends, under embargo until {item.Embargo:HH:mm:ss} UTC:",
                { Take: > 1, Corrects: true } => $"corrects, take {item.Take}:",
                { Take: > 1 } => $"sends take {item.Take}:",
                _ when entry.Act is Act.EmbargoLifted => "lifts its embargo from",
                _ => "sends",
            };
            return $"{entry.By} {what} \"{item.Headline}\"";
        }

        if (entry.Act is not (Act.Published or Act.Corrected or Act.Killed or Act.Led)) return null;
        if (await newsroom.Story(entry.Subject) is not { } story) return null;
        var edition = services.GetRequiredService<Paper>().Edition(story.Edition)!;
        var origin = services.GetRequiredService<Paper>().Origin;
        return $"{entry.By}: {entry.Act} {new Uri(origin, edition.StoryPath(story.Section, story.Permalink, story.Id))}";
    }
}
