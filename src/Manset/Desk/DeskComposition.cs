using Manset.Desk.Door;
using Manset.Desk.Editing;
using Manset.Desk.Recalls;
using Manset.Desk.Triage;
using Manset.Ledger;
using Manset.Wire;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Manset.Desk;

public static class DeskComposition
{
    public static void AddDesk(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Newsdesk>();
        builder.Services.AddSingleton<WritingTable>();
        builder.Services.AddSingleton<Inbasket>();
        builder.Services.AddSingleton<SavedSearches>();
        builder.Services.AddSingleton<LiveWire>();
        builder.Services.AddSingleton<Companions.Placing>();
        builder.Services.PostConfigure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, cookie => cookie.Events.OnRedirectToAccessDenied = DeskDoor.NotYours);
        builder.Services.Configure<AntiforgeryOptions>(antiforgery =>
        {
            antiforgery.Cookie.Name = "manset-desk-form";
            antiforgery.Cookie.Path = "/desk";
            antiforgery.Cookie.SameSite = SameSiteMode.Lax;
            antiforgery.FormFieldName = "form-token";
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        // A field may be as long as a whole request: what is too long is said beside the field, with what was typed.
        builder.Services.Configure<FormOptions>(form => form.ValueLengthLimit = int.MaxValue);
        builder.Services.AddOptions<RecallRules>().BindConfiguration("Recalls").ValidateOnStart();
        builder.Services.AddSingleton<Follower, Assignment>();
        builder.Services.AddSingleton<Follower, Indexing>();
        builder.Services.AddHostedService<LicenceClock>();
        builder.Services.AddSingleton<Follower, Shares.Measuring>();
        builder.Services.AddSingleton<Storied>(async (newsroom, wire, guids, stop) =>
            await newsroom.Stories.Where(story => story.Wire == wire && guids.Contains(story.Guid!)).Select(story => story.Guid!).Distinct().ToListAsync(stop));
    }
}
