using System.Globalization;
using Manset.Copy;

namespace Manset.Desk.Editing;

/// <summary>Which version of a stretch is to stand.</summary>
public enum Choice { Ours, New, Both }

/// <summary>Of one field, a stretch that the agency changed; its number tells it apart within the merge.</summary>
public sealed record Question(int Number, string Field, Hunk Hunk)
{
    /// <summary>We had rewritten the same stretch: only a person can say.</summary>
    public bool IsConflict => Hunk.ChangedBy is ChangedBy.Both;
    /// <summary>Only paragraphs can stand one after the other.</summary>
    public bool MayKeepBoth => IsConflict && Field == Merge.Body && Hunk.Ours.Count > 0 && Hunk.New.Count > 0;
}

/// <summary>Ours beside two takes of an agency's, field by field, the body paragraph by paragraph. Pure.</summary>
public sealed class Merge
{
    public const string Body = "body", Picture = "picture";

    readonly StoryCopy ours;
    readonly IReadOnlyList<(string Field, IReadOnlyList<Hunk> Hunks)> fields;

    Merge(StoryCopy ours, IReadOnlyList<(string, IReadOnlyList<Hunk>)> fields)
    {
        (this.ours, this.fields) = (ours, fields);
        Questions =
        [
            .. fields.SelectMany(field => field.Item2.Where(IsAsked).Select(hunk => (Field: field.Item1, hunk))).Select((asked, number) => new Question(number, asked.Field, asked.hunk)),
        ];
    }

    /// <summary>Every change of the agency's that we do not have yet.</summary>
    public IReadOnlyList<Question> Questions { get; }

    public IEnumerable<Question> Conflicts => Questions.Where(question => question.IsConflict);
    public IEnumerable<Question> Untouched => Questions.Where(question => !question.IsConflict);

    /// <param name="old">The take that ours was made from.</param>
    public static Merge Of(StoryCopy old, StoryCopy ours, StoryCopy @new)
    {
        return new(ours,
        [
            One("section", copy => copy.Section), One("headline", copy => copy.Headline), One("standfirst", copy => copy.Standfirst),
            (Body, Hunk.Of(Paragraphs(old.Body), Paragraphs(ours.Body), Paragraphs(@new.Body))),
            One("byline", copy => copy.Byline), One("dateline", copy => copy.Dateline),
            ("sources", [Listed(old.Sources, ours.Sources, @new.Sources)]), ("tags", [Listed(old.Tags, ours.Tags, @new.Tags)]),
            One(Picture, Pictured),
        ]);

        (string, IReadOnlyList<Hunk>) One(string field, Func<StoryCopy, string> text) => (field, [new([text(old)], [text(ours)], [text(@new)])]);
    }

    /// <summary>The copy as these choices make it; a question that has none keeps ours where we rewrote, else takes the agency's.</summary>
    public StoryCopy With(IReadOnlyDictionary<int, Choice> choices)
    {
        var (number, texts) = (0, new Dictionary<string, IReadOnlyList<string>>());
        foreach (var (field, hunks) in fields)
        {
            var pieces = new List<string>();
            foreach (var hunk in hunks)
            {
                var choice = !IsAsked(hunk) ? Choice.Ours : choices.TryGetValue(number++, out var chosen) ? chosen : hunk.ChangedBy is ChangedBy.Both ? Choice.Ours : Choice.New;
                if (choice is not Choice.New) pieces.AddRange(hunk.Ours);
                if (choice is not Choice.Ours) pieces.AddRange(hunk.New);
            }
            texts[field] = pieces;
        }
        var picture = texts[Picture][0].Split(Apart);
        return ours with
        {
            Section = texts["section"][0],
            Headline = texts["headline"][0],
            Standfirst = texts["standfirst"][0],
            Body = string.Join('\n', texts[Body]),
            Byline = texts["byline"][0],
            Dateline = texts["dateline"][0],
            Sources = texts["sources"],
            Tags = texts["tags"],
            PictureId = picture[0].Length > 0 ? long.Parse(picture[0], CultureInfo.InvariantCulture) : null,
            PictureAlt = picture[1],
            PictureCaption = picture[2],
            PictureCredit = picture[3],
        };
    }

    static bool IsAsked(Hunk hunk) => hunk.ChangedBy is ChangedBy.Agency or ChangedBy.Both;

    /// <summary>Canonical copy has a block a line.</summary>
    static string[] Paragraphs(string body) => body.Length == 0 ? [] : body.Split('\n');

    /// <summary>Names in no order: what the agency added comes, what it took away goes, and neither touches ours.</summary>
    static Hunk Listed(IReadOnlyList<string> old, IReadOnlyList<string> ours, IReadOnlyList<string> @new)
    {
        List<string> merged = [.. ours.Where(each => @new.Contains(each) || !old.Contains(each)), .. @new.Where(each => !old.Contains(each) && !ours.Contains(each))];
        return new(ours, ours, merged);
    }

    const char Apart = '\u001f';

    /// <summary>A picture and what is said of it belong together.</summary>
    static string Pictured(StoryCopy copy) => string.Join(
        Apart, copy.PictureId?.ToString(CultureInfo.InvariantCulture), copy.PictureAlt, copy.PictureCaption, copy.PictureCredit);
}
