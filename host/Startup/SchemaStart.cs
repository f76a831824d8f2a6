using Monolith.Operations;
using Monolith.Scheduling;
using Monolith.Storage;

namespace Monolith.Host.Startup;

/// <summary>The tables are made before the host serves. When that takes long, probes get an answer all the same.</summary>
internal static class SchemaStart
{
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(700);

    public static async Task RunAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var creating = CreateAsync(app.Services, cancellationToken);
        await creating.WaitAsync(Long, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!creating.IsCompleted)
            await AnswerUntilAsync(creating, app, cancellationToken);
        await creating;
    }

    private static async Task CreateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await StorageModule.CreateSchemaAsync(services, cancellationToken);
        await SchedulingModule.CreateSchemaAsync(services, cancellationToken);
    }

    private static async Task AnswerUntilAsync(Task creating, WebApplication app, CancellationToken cancellationToken)
    {
        await using var answers = await OperationsModule.AnswerWhileStartingAsync(app.Configuration[WebHostDefaults.ServerUrlsKey] ?? "", cancellationToken);
        await creating.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
