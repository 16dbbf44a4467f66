namespace Manset.Wire;

public static class WireComposition
{
    public static void AddWire(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<Wires>().BindConfiguration(nameof(Wires)).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<Pictures.PictureStore>();
        builder.Services.AddSingleton<FeedReaders>();
        builder.Services.AddSingleton<PictureDesk>();
        builder.Services.AddSingleton<Quarantine>();
        builder.Services.AddSingleton<Intake>();
        builder.Services.AddSingleton<IngestCommand>();
        builder.Services.AddSingleton<Ledger.Follower, Clusters.Clustering>();
        builder.Services.AddSingleton<Readmission>();
        builder.Services.AddSingleton<QuarantineCommand>();
        builder.Services.AddHostedService<WirePoller>();
        builder.Services.AddHostedService<FolderWatch>();
        builder.Services.AddHostedService<EmbargoClock>();
        builder.Services.AddHostedService<LatePictures>();
        builder.Services.AddSingleton<Retention>();
        builder.Services.AddHostedService<RetentionRun>();
    }
}
