using Microsoft.Extensions.Logging;
using Microsoft.FeatureManagement;
using Monolith.Features.Contracts;

namespace Monolith.Features.Evaluation;

internal sealed partial class FeatureAnswers(IFeatureManager manager, ILogger<FeatureAnswers> log) : IFeatures
{
    public async ValueTask<bool> IsOnAsync(FeatureFlag flag, FeatureSubject subject, CancellationToken cancellationToken)
    {
        try
        {
            return await manager.IsEnabledAsync(flag.Name, FeatureGroups.Of(subject));
        }
        catch (Exception fault) when (fault is FeatureManagementException or InvalidOperationException or ArgumentException or FormatException)
        {
            // The configuration was right at the start and has been edited since.
            Log.Wrong(log, flag.Name, flag.Default, fault.Message);
            return flag.Default;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "FeatureManagement:{Flag} cannot be understood, so it is {Default}: {Reason}")]
        public static partial void Wrong(ILogger log, string flag, bool @default, string reason);
    }
}
