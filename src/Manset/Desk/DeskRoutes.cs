namespace Manset.Desk;

public static class DeskRoutes
{
    public static void MapDesk(this IEndpointRouteBuilder app)
    {
    }
}
