using Manset.Data;
using Manset.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Manset.Desk.Shares;

/// <summary>The share of a story's latest copy when it was saved, kept for the list of stories.</summary>
public sealed class KeptShare
{
    public required long StoryId { get; init; }
    public int Revision { get; set; }
    public int Words { get; set; }
    public int Taken { get; set; }

    public int Percent => WireShare.PercentOf(Taken, Words);
}

/// <summary>Measures each story that was made from a wire item again when its words change.</summary>
public sealed class Measuring : Follower
{
    public override string Name => "wire-shares";

    public override bool Heeds(Act act) => act is Act.Filed or Act.Saved or Act.Published or Act.Corrected;

    public override async Task Follow(Entry entry, Newsroom newsroom, CancellationToken stop)
    {
        if (await newsroom.Story(entry.Subject, stop) is not { Wire: not null } story) return;

        var kept = await newsroom.KeptShares.FindAsync([story.Id], stop);
        if (kept?.Revision == story.Latest) return;

        var share = await WireShare.Of(story, story.Copy, newsroom, stop);
        if (kept is null) newsroom.KeptShares.Add(kept = new() { StoryId = story.Id });
        (kept.Revision, kept.Words, kept.Taken) = (story.Latest, share.Words, share.Taken);
    }
}

public static class ShareSets
{
    extension(Newsroom newsroom)
    {
        public DbSet<KeptShare> KeptShares => newsroom.Set<KeptShare>();
    }
}

sealed class ShareTable : IEntityTypeConfiguration<KeptShare>
{
    public void Configure(EntityTypeBuilder<KeptShare> share)
    {
        share.ToTable("wire_shares").HasKey(row => row.StoryId);
        share.Ignore(row => row.Percent).Property(row => row.StoryId).ValueGeneratedNever();
    }
}
