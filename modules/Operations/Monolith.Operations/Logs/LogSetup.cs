using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monolith.Kernel;
using Monolith.Operations.Logs.Levels;
using Monolith.Operations.Logs.Masking;
using NLog;
using NLog.Config;
using NLog.Layouts;
using NLog.Targets;
using NLog.Web;

namespace Monolith.Operations.Logs;

/// <summary>NLog on the console: a JSON object a line for machines, short coloured lines for a person at a terminal.</summary>
internal static class LogSetup
{
    private static readonly string[] Talkative =
        ["Microsoft", "System", "Hangfire", "Marten", "JasperFx", "Npgsql", "Weasel", "StackExchange"];

    public static void Use(WebApplicationBuilder builder, bool quiet)
    {
        var levels = new LogLevels();
        builder.Configuration.Sources.Add(levels);
        builder.Services.AddSingleton(levels);
        var secrets = new SecretWords(builder.Configuration);
        builder.Services.AddSingleton(secrets);
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(quiet ? Microsoft.Extensions.Logging.LogLevel.Warning : Microsoft.Extensions.Logging.LogLevel.Information);
        foreach (var category in Talkative)
            builder.Logging.AddFilter(category, Microsoft.Extensions.Logging.LogLevel.Warning);
        // Expected conflicts; the run engine and the library handle them and say so where it matters.
        builder.Logging.AddFilter("Marten.IDocumentStore", Microsoft.Extensions.Logging.LogLevel.Critical);
        // Its own category: the settings' default level would count for more than the minimum above.
        if (quiet)
            builder.Logging.AddFilter("Monolith", Microsoft.Extensions.Logging.LogLevel.Warning);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        // After the configuration, whose own default level would win otherwise.
        if (quiet)
            builder.Logging.AddFilter(category: null, Microsoft.Extensions.Logging.LogLevel.Warning);

        LogManager.Configuration = Configuration(Layout(builder.Configuration["Logging:Format"]), secrets);
        builder.Host.UseNLog(new NLogAspNetCoreOptions { RemoveLoggerFactoryFilter = false, ShutdownOnDispose = true, IncludeScopes = true });
    }

    private static LoggingConfiguration Configuration(Layout layout, SecretWords secrets)
    {
        var configuration = new LoggingConfiguration();
        var masked = new MaskedLayout(layout, secrets);
        Target console = layout is JsonLayout
            ? new ConsoleTarget("console") { Layout = masked, AutoFlush = true }
            : new ColoredConsoleTarget("console") { Layout = masked, UseDefaultRowHighlightingRules = true, EnableAnsiOutput = true };
        configuration.AddRule(NLog.LogLevel.Trace, NLog.LogLevel.Fatal, console);
        return configuration;
    }

    private static Layout Layout(string? format) =>
        format is "json" || (format is not "text" && Console.IsOutputRedirected) ? JsonLines() : ReadableLines();

    private static SimpleLayout ReadableLines() =>
        new("${date:format=HH\\:mm\\:ss.fff} ${pad:padding=-5:inner=${level:lowercase=true}} ${logger:shortName=true}: ${message}${onexception:inner=${newline}${exception:format=tostring}}");

    private static JsonLayout JsonLines() => new()
    {
        Attributes =
        {
            new JsonAttribute("level", "${level:lowercase=true}"),
            new JsonAttribute("timestamp", "${date:universalTime=true:format=yyyy-MM-ddTHH\\:mm\\:ss.fffZ}"),
            new JsonAttribute("name", "${logger:shortName=true}"),
            new JsonAttribute("component", "${logger}"),
            new JsonAttribute("message", "${message}"),
            OfOrigin("request_id", origin => origin.RequestId),
            OfOrigin("trace_id", origin => origin.TraceId),
            OfOrigin("correlation_id", origin => origin.CorrelationId ?? origin.RequestId),
            OfOrigin("user_id", origin => origin.UserId),
            OfOrigin("session_id", origin => origin.SessionId),
            new JsonAttribute("run_id", "${event-properties:RunId:whenEmpty=${scopeproperty:RunId}}"),
            new JsonAttribute("stage_id", "${event-properties:StageId:whenEmpty=${scopeproperty:StageId}}"),
            new JsonAttribute("operation", "${event-properties:Operation}"),
            new JsonAttribute("duration_ms", "${event-properties:DurationMs}", encode: false),
            new JsonAttribute("tags", new JsonLayout { Attributes = { new JsonAttribute("agent", "${event-properties:Agent:whenEmpty=${scopeproperty:Agent}}") } }, encode: false),
            new JsonAttribute("error", new JsonLayout
            {
                Attributes =
                {
                    new JsonAttribute("code", "${event-properties:ErrorCode}"),
                    new JsonAttribute("name", "${exception:format=type}"),
                    new JsonAttribute("message", "${exception:format=message}"),
                    new JsonAttribute("stack", "${exception:format=stacktrace}"),
                },
            }, encode: false),
        },
    };

    // Not by a scope of the logger, which costs each request more than everything else that is kept of it.
    private static JsonAttribute OfOrigin(string name, Func<Origin, string?> id) =>
        new(name, NLog.Layouts.Layout.FromMethod(_ => Origin.Current is { } origin ? id(origin) ?? "" : ""));
}
