using System.Globalization;
using Manset.Data;
using Manset.Desk;
using Manset.Desk.Recalls;
using Manset.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Manset.Site.Surfaces;

/// <summary>The story's pictures in every width. One that another open story shows as well stays.</summary>
public sealed class PictureSurface(FrontDoor door, IDbContextFactory<Newsroom> newsrooms, TimeProvider clock) : ISurface
{
    const string Folder = "/pictures/";

    public string Name => "pictures";

    public IEnumerable<string> Places(Withdrawn story) =>
        from picture in story.Pictures from width in PictureStore.Widths select string.Create(CultureInfo.InvariantCulture, $"{Folder}{picture}-{width}.jpg");

    public async Task<Sighting> Look(Withdrawn story, string place, CancellationToken stop)
    {
        var answer = await door.Ask(place, "image/*", stop);
        if (answer.Status is StatusCodes.Status404NotFound or StatusCodes.Status410Gone) return new(true, $"{answer.Status}");
        if (answer.Status is not StatusCodes.Status200OK) return new(false, answer.Status == 0 ? answer.Text : $"{answer.Status}");

        var picture = long.Parse(place.AsSpan(Folder.Length, place.IndexOf('-', StringComparison.Ordinal) - Folder.Length), CultureInfo.InvariantCulture);
        await using var newsroom = await newsrooms.CreateDbContextAsync(stop);
        return await newsroom.IsShown(picture, clock.GetUtcNow(), stop) ? new(true, Sighting.OfAnother) : new(false, "200");
    }
}
