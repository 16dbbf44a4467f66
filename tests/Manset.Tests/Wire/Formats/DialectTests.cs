using Manset.Wire;

namespace Manset.Tests.Wire.Formats;

/// <summary>Documents as particular desks and agencies write them, where that goes beside the standard's own examples.</summary>
public sealed class DialectTests
{
    [Fact]
    public void A_desk_that_names_its_ninjs_by_guid_is_read_with_its_authors_and_pictures()
    {
        var item = Assert.Single(Sample.Of("""
            {"guid":"urn:newsml:masa.example:2026-11-22T14:05:06.1:77","version":"3","type":"text","versioncreated":"2026-11-22T14:05:06+0000","pubstatus":"usable","language":"en","urgency":3,"priority":6,
             "headline":"Ferry lines double","slugline":"ferry-lines","body_html":"<p>More <b>boats</b>.</p>","description_text":"Summary.","source":"AAP","usageterms":"Press only.",
             "authors":[{"name":"Jane Doe","role":"writer"},{"name":"John Roe","role":"writer"}],"evolvedfrom":"urn:newsml:masa.example:1","signal":[{"code":"cor","name":"Correction","scheme":"http://cv.iptc.org/newscodes/signal/"}],
             "subject":[{"code":"11000000","name":"politics","scheme":"medtop"}],"embargoed":"2026-11-22T18:00:00+0000",
             "associations":{"featuremedia":{"guid":"pic-1","type":"picture","headline":"Ferry","description_text":"A ferry.","byline":"Can Er","renditions":{"original":{"href":"https://a.example/o.jpg","width":3000,"mimetype":"image/jpeg"},"thumbnail":{"href":"https://a.example/t.jpg","width":120,"mimetype":"image/jpeg"}}}}}
            """).Items);
        Assert.Equal(("urn:newsml:masa.example:2026-11-22T14:05:06.1:77", 3, 3, "ferry-lines", "AAP", "Press only."), (item.Guid, item.Version, item.Urgency, item.Slug, item.Credit, item.UsageTerms));
        Assert.Equal(("Jane Doe, John Roe", "Summary.", true, "<p>More <strong>boats</strong>.</p>"), (item.Byline, item.Standfirst, item.Corrects, item.Body));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 18, 0, 0, default), item.Embargo);
        Assert.Contains("medtop:11000000", item.Subjects);
        var picture = Assert.Single(item.Pictures);
        Assert.Equal(("https://a.example/o.jpg", "A ferry.", "Can Er"), (picture.Address.ToString(), picture.Caption, picture.Credit));
        Assert.Contains(item.Associations, other => other is { Relation: "evolvedFrom", Target: "urn:newsml:masa.example:1" });
    }

    [Fact]
    public void An_agency_that_names_its_items_by_urn_and_writes_articles_is_read()
    {
        var item = Assert.Single(Sample.Of("""
            {"urn":"urn:newsml:ajans.example:20261122:99","version":2,"version_created":"2026-11-22T15:05:06+01:00","pubstatus":"usable","language":"de","urgency":4,"headline":"Fähren fahren öfter",
             "teaser":"Kurz gesagt.","article_html":"<section><p>Mehr Fähren.</p></section>","byline":"Von Eva Muster","creditline":"ajans","categories":[{"type":"subject","qcode":"medtop:15000000","name":"Sport"}],
             "associations":[{"type":"image","urn":"urn:foto:1","caption":"Eine Fähre.","creditline":"Eva Muster/ajans","renditions":[{"url":"https://a.example/f.jpg","width":1200,"type":"jpg"}]}]}
            """).Items);
        Assert.Equal(("urn:newsml:ajans.example:20261122:99", 2, "Fähren fahren öfter", "Kurz gesagt."), (item.Guid, item.Version, item.Headline, item.Standfirst));
        Assert.Equal("<p>Mehr Fähren.</p>", item.Body);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 14, 5, 6, default), item.Sent);
        Assert.Contains("medtop:15000000", item.Subjects);
        Assert.Equal(("https://a.example/f.jpg", "Eine Fähre.", "Eva Muster/ajans"), (item.Pictures[0].Address.ToString(), item.Pictures[0].Caption, item.Pictures[0].Credit));
    }

    [Fact]
    public void Bylines_and_terms_in_lists_are_joined()
    {
        var item = Assert.Single(Sample.Of("""
            {"data":{"item":{"uri":"https://api.example/1","type":"text","headline":"x","bylines":[{"by":"JANE DOE","title":"Writer","byline":"By JANE DOE"}],"usageterms":["No archive.","No resale."],"description_summary":"Short."}}}
            """).Items);
        Assert.Equal(("JANE DOE", "No archive. No resale.", "Short."), (item.Byline, item.UsageTerms, item.Standfirst));
    }

    [Theory]
    [InlineData("\"embargoedreason\":\"Until the speech is held\"", WireStatus.Withheld)]
    [InlineData("\"signals\":[{\"uri\":\"http://cv.iptc.org/newscodes/signal/kill\"}]", WireStatus.Killed)]
    [InlineData("\"signal\":\"sig:correction\"", WireStatus.Usable)]
    public void What_holds_or_withdraws_an_item_is_seen_in_every_spelling(string member, WireStatus status) =>
        Assert.Equal(status, Assert.Single(Sample.Of($$"""{"uri":"u","headline":"x","pubstatus":"usable",{{member}}}""").Items).Status);

    [Fact]
    public void The_language_of_the_text_goes_before_that_of_its_description()
    {
        var item = Assert.Single(Sample.Of(G2("""<contentMeta><language tag="ja"/><headline>x</headline></contentMeta>""")).Items);
        Assert.Equal("ja", item.Language);
        item = Assert.Single(Sample.Of(G2("""<contentMeta><language tag="en-GB"/><headline>x</headline></contentMeta>""")).Items);
        Assert.Equal("en", item.Language);
        item = Assert.Single(Sample.Of(G2("""<contentMeta><language tag="ja"/><language tag="fr"/><headline>x</headline></contentMeta>""")).Items);
        Assert.Equal("en", item.Language);
    }

    [Fact]
    public void Content_that_lies_elsewhere_is_named_with_its_kind()
    {
        var item = Assert.Single(Sample.Of(G2("""
            <contentMeta><headline>x</headline></contentMeta>
            <contentSet><remoteContent href="https://a.example/v.mp4" contenttype="video/mp4" rendition="rnd:web"/><remoteContent href="https://a.example/p.jpg" contenttype="image/jpeg" width="800"/></contentSet>
            """)).Items);
        Assert.Contains(item.Associations, file => file is { Relation: "enclosure", Target: "https://a.example/v.mp4", Title: "video/mp4" });
        Assert.Equal("https://a.example/p.jpg", Assert.Single(item.Pictures).Address.ToString());
    }

    [Fact]
    public void What_the_envelope_says_holds_for_its_items()
    {
        var item = Assert.Single(Sample.Of($"""
            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-11-22T14:05:06+03:00</sent><priority>2</priority></header><itemSet>{G2("<contentMeta><headline>x</headline></contentMeta>")}</itemSet></newsMessage>
            """).Items);
        Assert.Equal((new DateTimeOffset(2026, 11, 22, 11, 5, 6, default), 2), (item.Sent, item.Urgency));
    }

    static string G2(string content) => $"""
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" version="1" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/></itemMeta>{content}</newsItem>
        """;

    [Fact]
    public void NITF_without_a_date_of_issue_has_that_of_its_last_revision()
    {
        var item = Assert.Single(Sample.Of("""
            <nitf><head><docdata><doc-id id-string="n1"/><series series.name="Seçim defteri" series.part="2"/><fixture fix-id="hava-durumu"/></docdata>
            <revision-history name="Ayşe" function="writer-author" norm="20261122T140506Z"/><revision-history name="Can" function="editor" norm="20261122T150000Z"/></head>
            <body><body.head><hedline><hl1>x</hl1></hedline></body.head><body.content><p>y</p></body.content></body></nitf>
            """).Items);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 15, 0, 0, default), item.Sent);
        Assert.Equal(["Seçim defteri", "hava-durumu"], item.Keywords);
    }

    [Theory]
    [InlineData("\u0016\u0016\u0001a0123\nr a\u0013\u0012bc-Results 11-22 0042\r\n\u0002^Results=\r\nAnkara 2 1\r\nIzmir  0 3\r\n\u0003", "<br>")]
    [InlineData("\u0016\u0016\u0001a0123\nr a\u0013\u0011bc-Results 11-22 0042\r\n\u0002^Results<\r\n\tAnkara wins and goes\r\non to the final.\r\n\tNext week.\u0003", "goes on to")]
    public void A_table_keeps_its_lines_and_text_does_not(string message, string within)
    {
        var item = Assert.Single(Sample.Of(message).Items);
        Assert.Contains(within, item.Body);
        Assert.Equal("bc-Results", "bc-" + item.Slug);
    }

    [Fact]
    public void Signs_of_the_typesetter_are_no_text()
    {
        var item = Assert.Single(Sample.Of("\u0001s0456\u001f\ns s \u0014\u0011bc-Agate 11-22 0020\n\u0002^Agate<\n\t&QC;Ankara&MD;Izmir&QL;\n\tNext line \u000ehere\u000f.\n\u0003").Items);
        Assert.Contains("Ankara—Izmir", item.Body);
        Assert.Contains("Next line here.", item.Body);
        Assert.DoesNotContain("&", item.Body);
    }

    [Theory]
    [InlineData("bdt0123 3 pl 87  dpa 0456\r\nSicherheit/Verkehr/\r\n")]
    [InlineData("ZCZC bdt0123 3 pl 87 dpa 0456")]
    [InlineData("BDT 0123 3 pl 87")]
    public void A_header_of_7901_may_have_more_to_say(string header)
    {
        var item = Assert.Single(Sample.Of($"\u0001{header}\u0002Fähren fahren öfter\n\nBerlin (dpa) - Mehr Fähren.\n\u0003221405 nov 26\u0004").Items);
        Assert.Equal(("Fähren fahren öfter", 3), (item.Headline, item.Urgency));
        Assert.Equal("bdt:20261122:0123", item.Guid);
    }
}
