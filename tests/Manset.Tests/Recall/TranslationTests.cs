using System.Net;
using Manset.Desk.Recalls;
using Manset.Staff;
using Manset.Tests.Desk;
using Manset.Tests.Wire;
using Microsoft.EntityFrameworkCore;
using static Manset.Tests.Wire.AgencyCopy;

namespace Manset.Tests.Recall;

public sealed class TranslationTests
{
    [Fact]
    public async Task A_translation_made_from_a_killed_item_is_withdrawn_with_it()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        var translation = await Translated(newsroom);
        Assert.Contains("parliament-debates-water", await newsroom.Page("/en/"), StringComparison.Ordinal);

        await newsroom.Send(Item(version: 2, status: "killed", note: "Haber yanlış."));

        Assert.Equal(410, await newsroom.Status(translation.Path));
        Assert.DoesNotContain("parliament-debates-water", await newsroom.Page("/en/"), StringComparison.Ordinal);
        Assert.All(await newsroom.Recalled(translation.Id), receipt => Assert.NotNull(receipt.GoneAt));
        Assert.Equal(2, await newsroom.Ask(room => room.Alarms.CountAsync(alarm => alarm.Cause == AlarmCause.Killed)));
    }

    [Fact]
    public async Task By_setting_it_is_held_and_the_desk_may_show_it_again()
    {
        await using var newsroom = await TestNewsroom.Open(null, null, [.. Line(), ("Recalls:Translations", "Held")]);
        using var editor = await AtTheDesk.SignedIn(newsroom, Role.Editor);
        var translation = await Translated(newsroom);

        await newsroom.Send(Item(version: 2, status: "killed"));
        Assert.Equal(404, await newsroom.Status(translation.Path));
        Assert.Equal(1, await newsroom.Ask(room => room.Alarms.CountAsync(alarm => alarm.Cause == AlarmCause.Held && alarm.StoryId == translation.Id)));

        var page = $"/desk/stories/{translation.Id}";
        using (var released = await editor.Send(page, $"{page}/release")) Assert.Equal(HttpStatusCode.Redirect, released.StatusCode);
        Assert.Equal(200, await newsroom.Status(translation.Path));
        Assert.Contains("parliament-debates-water", await newsroom.Page("/en/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_translation_is_hidden_and_comes_back_with_its_original()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        var translation = await Translated(newsroom);

        await newsroom.Send(Item(version: 2, status: "withheld"));
        Assert.Equal(404, await newsroom.Status(translation.Path));
        await newsroom.Send(Item(version: 3));
        Assert.Equal(200, await newsroom.Status(translation.Path));

        var hour = newsroom.Now.AddHours(1);
        await newsroom.Send(Item(version: 4, embargo: hour));
        Assert.Equal(404, await newsroom.Status(translation.Path));
        Assert.DoesNotContain("parliament-debates-water", await newsroom.Page("/en/"), StringComparison.Ordinal);
        await newsroom.ComeTo(hour);
        Assert.Equal(200, await newsroom.Status(translation.Path));
        Assert.Contains("parliament-debates-water", await newsroom.Page("/en/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_translated_from_an_embargoed_story_is_under_its_embargo()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        var hour = newsroom.Now.AddHours(1);
        await newsroom.Send(Item(version: 1));
        await newsroom.Send(Item(version: 2, embargo: hour));
        var original = (await newsroom.StoryOf("aa:1"))!;

        var translation = await newsroom.File(English(original.Id));

        using (var refused = await newsroom.Publish(translation)) Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        await newsroom.ComeTo(hour);
        using var published = await newsroom.Publish(translation);
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
    }

    [Fact]
    public async Task An_agencys_own_item_in_another_language_stands_until_it_is_killed_itself_and_the_desk_is_told()
    {
        await using var newsroom = await TestNewsroom.WithWire();
        await newsroom.Send(Item(version: 1, slug: "su-yasasi"), Item("Parliament debates water", "aa:1-en", category: "politics", slug: "su-yasasi", language: "en"));
        var english = (await newsroom.StoryOf("aa:1-en"))!;
        Assert.NotNull(english.TranslationOf);

        await newsroom.Send(Item(version: 2, status: "killed", slug: "su-yasasi"));

        Assert.Equal(200, await newsroom.Status(await newsroom.PathOf("aa:1-en")));
        Assert.DoesNotContain((await newsroom.StoryOf("aa:1"))!.Permalink, await newsroom.Page(await newsroom.PathOf("aa:1-en")), StringComparison.Ordinal);
        Assert.Equal(1, await newsroom.Ask(room => room.Alarms.CountAsync(alarm => alarm.Cause == AlarmCause.TranslationStands && alarm.StoryId == english.Id)));
    }

    static object English(long original) =>
        TestNewsroom.Copy("Parliament debates water", "en", "politics", "<p>The debate lasted until morning.</p>", translationOf: original);

    static async Task<Filed> Translated(TestNewsroom newsroom)
    {
        await newsroom.Send(Item(version: 1));
        return await newsroom.FileAndPublish(English((await newsroom.StoryOf("aa:1"))!.Id));
    }
}
