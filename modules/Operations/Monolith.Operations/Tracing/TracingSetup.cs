using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monolith.Kernel;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Monolith.Operations.Tracing;

/// <summary>OpenTelemetry, when a collector is configured. When none is, nobody listens to the sources and they make no spans.</summary>
internal static class TracingSetup
{
    private static readonly PathString[] Unremarkable = ["/health", "/metrics"];

    public static IServiceCollection Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TracingOptions>().BindConfiguration("Tracing");
        services.AddSingleton(new SettingsSection("Tracing", typeof(TracingOptions)));
        services.AddSingleton(new SettingRule(CollectorAddress.Standard, CollectorAddress.Fault));
        services.AddSingleton(new SettingRule(CollectorAddress.StandardForTraces, CollectorAddress.Fault));
        if (!CollectorAddress.IsGiven(configuration))
            return services;

        services.AddOptions<OtlpExporterOptions>().Configure<IOptions<TracingOptions>>(SendTo);
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("monolith", serviceVersion: Version, autoGenerateServiceInstanceId: false).AddDetector(HostOf))
            .WithTracing(traces => traces
                .AddSource("Monolith.*", "Npgsql")
                .AddAspNetCoreInstrumentation(requests => requests.Filter = IsRemarkable)
                .SetSampler(provider => SamplerOf(provider.GetRequiredService<IOptions<TracingOptions>>().Value))
                .AddOtlpExporter());
        return services.AddSingleton<IShutdownStep, FlushTraces>();
    }

    private static string Version => typeof(TracingSetup).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    private static void SendTo(OtlpExporterOptions exporter, IOptions<TracingOptions> options)
    {
        if (options.Value.Endpoint is not { Length: > 0 } endpoint)
            return;
        exporter.Protocol = options.Value.Protocol == TracingProtocol.Grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = CollectorAddress.Of(endpoint, options.Value.Protocol);
    }

    private static OwnWork SamplerOf(TracingOptions options) => new(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.SampleRatio)));

    private static HostResource HostOf(IServiceProvider provider) => new(provider.GetRequiredService<HostIdentity>());

    private static bool IsRemarkable(HttpContext http) => !Unremarkable.Any(path => http.Request.Path.StartsWithSegments(path));

    private sealed class HostResource(HostIdentity host) : IResourceDetector
    {
        public Resource Detect() => new([new("service.instance.id", host.Id.ToString()), new("host.name", Environment.MachineName)]);
    }
}
