namespace Manset.Search;

public static class SearchComposition
{
    public static void AddSearch(this WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetConnectionString("Newsroom") is null) builder.Services.AddSingleton<ISearchIndex, SqliteSearch>();
        else builder.Services.AddSingleton<ISearchIndex, PostgresSearch>();
    }
}
