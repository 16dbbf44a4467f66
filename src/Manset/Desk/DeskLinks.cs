using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Manset.Desk;

/// <summary>Every address of the desk.</summary>
public static class DeskLinks
{
    public const string
        Root = "/desk/", SignIn = "/desk/sign-in", SignOut = "/desk/sign-out", Language = "/desk/language", Welcome = "/desk/welcome",
        Wire = "/desk/wire", Stories = "/desk/stories", NewStory = "/desk/stories/new", Alarms = "/desk/alarms", Queue = "/desk/comments", Rules = "/desk/rules",
        Quarantine = "/desk/quarantine";

    public static string WireItem(long id) => Under(Wire, id);
    public static string Cluster(long item) => $"{WireItem(item)}/cluster";
    public static string OutOfCluster(long item) => $"{Cluster(item)}/removal";
    public static string StoryFrom(long item) => $"{WireItem(item)}/story";

    public static string Quarantined(long id, string? part = null) => Under(Quarantine, id) + (part is null ? "" : "/" + part);

    public static string Story(long id) => Under(Stories, id);
    public static string Of(long story, string part) => $"{Story(story)}/{part}";
    public static string Draft(long story) => Of(story, "draft");
    public static string Preview(long story) => Of(story, "preview");
    public static string WireShare(long story) => Of(story, "wire-share");
    public static string NewerTake(long story) => Of(story, "newer-take");
    public static string History(long story) => Of(story, "history");
    public static string Revision(long story, int number) => Under(History(story), number);

    public static string Acknowledgement(long alarm) => $"{Under(Alarms, alarm)}/acknowledgement";

    public static string Comment(long id, string part) => $"{Under(Queue, id)}/{part}";

    /// <summary>A list with what it was asked; what is empty is left out.</summary>
    public static string Asked(string list, params IEnumerable<(string Name, string? Value)> asked) =>
        QueryHelpers.AddQueryString(list, asked.Where(each => !string.IsNullOrEmpty(each.Value)).ToDictionary(each => each.Name, each => each.Value));

    static string Under(string place, long id) => string.Create(CultureInfo.InvariantCulture, $"{place}/{id}");
}
