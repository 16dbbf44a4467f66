using Manset.Desk.Recalls;
using Manset.Ledger;
using Manset.Tests.Wire;
using Microsoft.EntityFrameworkCore;

namespace Manset.Tests.Recall;

static class RecallRoom
{
    extension(TestNewsroom newsroom)
    {
        /// <summary>Waits until a withdrawn story is gone from every place that was asked.</summary>
        public async Task<IReadOnlyList<Receipt>> Recalled(long story)
        {
            await TestNewsroom.Until(() => newsroom.Ask(room => room.Ledger.AnyAsync(entry => entry.Act == Act.Recalled && entry.Subject == story)), $"story {story} was recalled");
            return await newsroom.Ask(room => room.ReceiptsOf(story, default));
        }
    }
}
