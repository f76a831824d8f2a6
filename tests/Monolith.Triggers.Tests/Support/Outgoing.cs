using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Monolith.Pipelines.Contracts;
using Monolith.Resilience;
using Monolith.Secrets.Contracts;
using Monolith.Triggers.Notifications.Sending;

namespace Monolith.Triggers.Tests.Support;

/// <summary>The module on a queue in memory and a clock that the test moves.</summary>
internal sealed class Outgoing : IAsyncDisposable
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private readonly ServiceProvider services;

    public Outgoing(params (string Name, string Value)[] settings)
        : this("Production", settings)
    {
    }

    public Outgoing(string environment, params (string Name, string Value)[] settings)
    {
        Queue = new StandInQueue(Time);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name.StartsWith("Forges:", StringComparison.Ordinal) ? s.Name : $"Notifications:{s.Name}", (string?)s.Value)))
            .Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment })
            .AddSingleton<INotificationQueue>(Queue)
            .AddSingleton<ISecrets>(Secrets)
            .AddSingleton<IRunHistory>(History)
            .AddResilience()
            .AddTriggers()
            .BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public StandInQueue Queue { get; }

    public StandInSecrets Secrets { get; } = new();

    public StandInHistory History { get; } = new();

    public NotificationSender Sender => services.GetRequiredService<NotificationSender>();

    public NotificationService Service => services.GetRequiredService<NotificationService>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static Outgoing ToPrivateNetworks(params (string Name, string Value)[] settings) =>
        new([("AllowPrivateNetworks", "true"), ("Secrets:default", Secret), .. settings]);

    public DueNotification Notification(string address) => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), address, "run.failed", Time.GetUtcNow(), "web-app", "failed", "build",
        new NotificationError("TASK_EXECUTION_FAILED", "it broke"), Attempts: 0);

    /// <summary>Sends until nothing is left, moving the clock to when the next attempt may begin.</summary>
    public async Task SendAllAsync(DueNotification notification)
    {
        Queue.Add(notification);
        while (Queue.Left > 0)
        {
            foreach (var due in await Queue.TakeDueAsync(TimeSpan.FromDays(1), 10, CancellationToken.None))
                await Sender.SendAsync(due, CancellationToken.None);
            if (Queue.Left > 0)
                Time.Advance(Queue.Retries[^1].Pause);
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private sealed class HostingEnvironment : IHostEnvironment
    {
        public required string EnvironmentName { get; set; }

        public string ApplicationName { get; set; } = "Monolith";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
