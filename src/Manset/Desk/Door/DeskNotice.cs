namespace Manset.Desk.Door;

/// <summary>A page with one thing to say.</summary>
/// <param name="Key">Its title is <c>desk.notice.KEY</c>, its text <c>desk.notice.KEY.text</c>.</param>
public sealed record DeskNotice(string Key)
{
    public static DeskPage<NoticePage> Missing => Of("missing", StatusCodes.Status404NotFound);

    public static DeskPage<NoticePage> Of(string key, int status) => new(new DeskNotice(key), status);
}
