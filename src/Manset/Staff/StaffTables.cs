using Manset.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Manset.Staff;

public static class StaffSets
{
    extension(Newsroom newsroom)
    {
        public DbSet<Member> Members => newsroom.Set<Member>();
        public DbSet<ApiToken> ApiTokens => newsroom.Set<ApiToken>();
        public DbSet<Invitation> Invitations => newsroom.Set<Invitation>();
    }
}

sealed class MemberTable : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> member)
    {
        member.ToTable("members");
        // Two signs-in at once must not lose a failed try.
        member.Property(row => row.FailedTries).IsConcurrencyToken();
    }
}

sealed class ApiTokenTable : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> token) => token.ToTable("api_tokens").HasKey(row => row.Hash);
}

sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation) => invitation.ToTable("invitations").HasKey(row => row.Hash);
}
