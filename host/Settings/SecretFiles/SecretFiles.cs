using Monolith.Kernel;

namespace Monolith.Host.Settings.SecretFiles;

/// <summary>Secrets from files, beside those of the environment and the settings. A file wins; that a name is given twice is told.</summary>
internal static partial class SecretFiles
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new SettingRule(SecretFilesSource.Setting, SecretFilesSource.Fault));
        if (builder.Configuration[SecretFilesSource.Setting] is not { Length: > 0 } folder || !Directory.Exists(folder))
            return;
        var before = Names(builder.Configuration);
        builder.Configuration.Sources.Add(new SecretFilesSource(folder, TimeProvider.System));
        var files = new DirectoryInfo(folder).EnumerateFiles().Select(file => file.Name);
        var twice = files.Where(before.Contains).Order(StringComparer.OrdinalIgnoreCase).ToList();
        builder.Services.AddSingleton<IHostedService>(provider => new Tell(twice, provider.GetRequiredService<ILogger<Tell>>()));
    }

    private static HashSet<string> Names(ConfigurationManager configuration) =>
        new(configuration.GetSection("Secrets").GetChildren().Select(secret => secret.Key), StringComparer.OrdinalIgnoreCase);

    internal sealed partial class Tell(IReadOnlyList<string> twice, ILogger<Tell> log) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            if (twice.Count > 0)
                Twice(log, string.Join(", ", twice));
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        [LoggerMessage(1, LogLevel.Warning, "Secrets that are given twice: {Names}. The file counts, the setting does not")]
        private static partial void Twice(ILogger log, string names);
    }
}
