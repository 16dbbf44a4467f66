using System.Text.Json;
using Manset.Comments;
using Manset.Data;
using Manset.Desk;
using Manset.Editions;
using Manset.Ledger;
using Manset.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Seeding;

/// <summary>Stories as the desk would have published them, each at its hour, and comments that were approved.</summary>
sealed class Archive(IDbContextFactory<Newsroom> newsrooms, Paper paper)
{
    const string By = "bench";

    public static JsonSerializerOptions Web { get; } = new(JsonSerializerDefaults.Web);

    public sealed record Place(long Id, string Path);

    sealed record Piece(DateTimeOffset Published, StoryForm Form);

    sealed record Said(DateTimeOffset At, string Name, string Text);

    /// <returns>Where they stand, the oldest first.</returns>
    public async Task<IReadOnlyList<Place>> File(string pieces, long picture)
    {
        var places = new List<Place>();
        foreach (var some in System.IO.File.ReadLines(pieces).Select(Read<Piece>).Chunk(250))
        {
            await using var newsroom = await newsrooms.CreateDbContextAsync();
            var stories = some.Select(piece => Publish(newsroom, piece, picture)).ToList();
            await newsroom.SaveChangesAsync();
            places.AddRange(stories.Select(story => new Place(story.Id, paper.Edition(story.Edition)!.StoryPath(story.Section, story.Permalink, story.Id))));
        }
        return places;
    }

    Story Publish(Newsroom newsroom, Piece piece, long picture)
    {
        var form = piece.Form.Picture is { } shown ? piece.Form with { Picture = shown with { Id = picture } } : piece.Form;
        var edition = paper.Edition(form.Edition)!;
        var story = Story.File(edition, form.Copy(edition), By, piece.Published);
        newsroom.Stories.Add(story);
        if (story.Publish(By, piece.Published) is { } refusal) throw new InvalidDataException($"{form.Headline}: {refusal.Code}");

        newsroom.Ledger.Add(StoryEntries.Of(Act.Published, story, By, piece.Published));
        return story;
    }

    public async Task Comment(long story, string comments)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync();
        var approved = new Verdict(Decision.Approve, new Dictionary<string, double>(), [], null, "bench");
        foreach (var said in System.IO.File.ReadLines(comments).Select(Read<Said>))
            newsroom.Comments.Add(Manset.Comments.Comment.Of(story, null, said.Name, said.Text, By, approved, said.At));
        await newsroom.SaveChangesAsync();
    }

    public async Task WaitForSearch()
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync();
        var end = await newsroom.Ledger.MaxAsync(entry => entry.Id);
        while (!await newsroom.Places.AnyAsync(place => place.Follower == "search" && place.Entry >= end)) await Task.Delay(TimeSpan.FromMilliseconds(100));
    }

    static T Read<T>(string line) => JsonSerializer.Deserialize<T>(line, Web)!;
}
