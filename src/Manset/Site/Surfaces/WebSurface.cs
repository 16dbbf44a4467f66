using Manset.Desk.Recalls;

namespace Manset.Site.Surfaces;

/// <summary>A kind of page, feed or answer of this site. A story is gone from one when it no longer leads to the story.</summary>
/// <param name="places">The paths where the story may show.</param>
public sealed class WebSurface(string name, FrontDoor door, Func<Withdrawn, IEnumerable<string>> places, string accept = "*/*") : ISurface
{
    public string Name => name;

    public IEnumerable<string> Places(Withdrawn story) => places(story);

    public async Task<Sighting> Look(Withdrawn story, string place, CancellationToken stop)
    {
        var answer = await door.Ask(place, accept, stop);
        return answer.Status switch
        {
            StatusCodes.Status404NotFound or StatusCodes.Status410Gone => new(true, $"{answer.Status}"),
            StatusCodes.Status200OK => story.IsNamedIn(answer.Text) ? new(false, Sighting.Named) : new(true, Sighting.Without),
            0 => new(false, answer.Text),
            _ => new(false, $"{answer.Status}"),
        };
    }
}

/// <summary>The story's own address: whatever is answered there but that it is gone, the story is not.</summary>
public sealed class OwnAddress(string name, FrontDoor door, Func<Withdrawn, IEnumerable<string>> places, string accept = "*/*") : ISurface
{
    public string Name => name;

    public IEnumerable<string> Places(Withdrawn story) => places(story);

    public async Task<Sighting> Look(Withdrawn story, string place, CancellationToken stop)
    {
        var answer = await door.Ask(place, accept, stop);
        // Withdrawn for good, its address says so; hidden for a while, it says nothing.
        var wanted = story.IsKilled ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound;
        return new(answer.Status == wanted, answer.Status == 0 ? answer.Text : $"{answer.Status}");
    }
}
