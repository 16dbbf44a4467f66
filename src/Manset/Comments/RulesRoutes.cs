using Manset.Copy;
using Manset.Desk;
using Manset.Desk.Door;
using Manset.Editions;
using Manset.Moderation;
using Manset.Staff;

namespace Manset.Comments;

/// <summary>Where an editor tries a text on the house rules. Nothing of it is kept.</summary>
static class RulesRoutes
{
    public static void MapRules(this RouteGroupBuilder desk)
    {
        var rules = desk.MapGroup("/rules").RequireAuthorization(Duty.Moderator);
        rules.MapGet("/", Show);
        rules.MapPost("/", Try);
    }

    static DeskPage<RulesPage> Show(string? edition, string? section, Paper paper, Bench bench) =>
        new(View(paper.Edition(edition) ?? paper.Main, section, paper, bench));

    static async Task<DeskPage<RulesPage>> Try(HttpContext call, Paper paper, Bench bench, CancellationToken stop)
    {
        var form = await call.Request.ReadFormAsync(stop);
        if (paper.Edition(form["edition"]) is not { } edition)
            return new(View(paper.Main, null, paper, bench) with { Text = form["text"].ToString(), Fault = "desk.fault.edition" }, StatusCodes.Status422UnprocessableEntity);

        var view = View(edition, form["section"], paper, bench) with { Text = form["text"].ToString() };
        if (form["section"] != "" && view.Section is null) return Refused("desk.fault.section");
        var text = Typed.Text(view.Text);
        if (Typed.IsBlank(text)) return Refused("comments.try.empty");
        if (text.Length > CommentForm.LongestText) return Refused("desk.fault.too-long");

        return new(view with { Judged = text, Verdict = bench.Judge(edition, new(text) { Section = view.Section?.Key }) });

        DeskPage<RulesPage> Refused(string fault) => new(view with { Fault = fault }, StatusCodes.Status422UnprocessableEntity);
    }

    static RulesView View(Edition edition, string? section, Paper paper, Bench bench)
    {
        var part = edition.SectionNamed(section);
        var (rules, fault) = bench.InForce(edition);
        return new() { Edition = edition, Editions = paper.Editions, Section = part, Rules = rules?.In(part?.Key), Unread = fault };
    }
}
