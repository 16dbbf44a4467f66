using Manset.Data;
using Manset.Moderation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Manset.Comments;

public static class CommentSets
{
    const int MostOnPage = 1000;

    extension(Newsroom newsroom)
    {
        public DbSet<Comment> Comments => newsroom.Set<Comment>();
    }

    extension(IQueryable<Comment> comments)
    {
        /// <summary>Oldest first; of more than a page can carry, the newest.</summary>
        public IQueryable<Comment> ShownUnder(long story) =>
            comments.AsNoTracking().Where(comment => comment.StoryId == story && comment.Shown)
                .OrderByDescending(comment => comment.Id).Take(MostOnPage).OrderBy(comment => comment.Id);

        /// <summary>Held, and no person has decided yet.</summary>
        public IQueryable<Comment> Waiting =>
            comments.Where(comment => comment.Decision == Decision.Hold && comment.Approved == null && comment.Rejected == null);
    }
}

sealed class CommentTable : IEntityTypeConfiguration<Comment>, IEntityTypeConfiguration<Approval>, IEntityTypeConfiguration<Rejection>
{
    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.ToTable("comments");
        comment.Property(row => row.Id).HasValueGenerator<IdOf<Comment>>();
        comment.Property(row => row.Findings).AsJson();
        comment.HasOne(row => row.Approved).WithOne().HasForeignKey<Approval>(row => row.CommentId);
        comment.HasOne(row => row.Rejected).WithOne().HasForeignKey<Rejection>(row => row.CommentId);
    }

    public void Configure(EntityTypeBuilder<Approval> approval) => approval.ToTable("approvals").HasKey(row => row.CommentId);

    public void Configure(EntityTypeBuilder<Rejection> rejection) => rejection.ToTable("rejections").HasKey(row => row.CommentId);
}
