using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Monolith.Access.Settings;

/// <summary>Says at the start who may do what, where that is everybody.</summary>
internal static partial class ModeLog
{
    public static void Tell(IServiceProvider services)
    {
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Monolith.Access");
        switch (services.GetRequiredService<AccessMode>())
        {
            case { IsAnonymous: true, IsExplicit: true }:
                Log.Everybody(log);
                break;
            case { IsAnonymous: true }:
                Log.ThisMachine(log);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Access:Anonymous is true: whoever reaches this host is its admin")]
        public static partial void Everybody(ILogger log);

        [LoggerMessage(2, LogLevel.Information, "Nobody has to sign in: whoever reaches this host, from this machine only, is its admin")]
        public static partial void ThisMachine(ILogger log);
    }
}
