using Manset.Desk.Door;
using Microsoft.EntityFrameworkCore;

namespace Manset.Comments;

public static class CommentsComposition
{
    public static void AddComments(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Hand>();
        builder.Services.AddSingleton<Bench>();
        builder.Services.AddSingleton<Submission>();
        builder.Services.AddSingleton(new Waiting((newsroom, stop) => newsroom.Comments.Waiting.CountAsync(stop)));
    }
}
