using Microsoft.Extensions.DependencyInjection;
using Monolith.Models.Contracts;
using Monolith.Operations.Metrics.Hooks;
using Monolith.Operations.Metrics.Models;
using Monolith.Operations.Metrics.Requests;
using Monolith.Operations.Metrics.Runs;
using Monolith.Operations.Metrics.State;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Contracts.Triggers;

namespace Monolith.Operations.Metrics;

internal static class MetricsServices
{
    public static IServiceCollection AddMetricsOfTheHost(this IServiceCollection services) => services
        .AddSingleton<HostMetrics>()
        .AddSingleton<RequestSeries>()
        .AddSingleton<IRunMeter, RunMeter>()
        .AddSingleton<IModelMeter, ModelMeter>()
        .AddSingleton<IHookMeter, HookMeter>()
        .AddSingleton<ISample, RunSample>()
        .AddSingleton<ISample, DependencySample>()
        .AddSingleton<ISample, PluginSample>()
        .AddSingleton<ISample, GaugeSample>()
        .AddSingleton<ISample, BreakerSample>()
        .AddSingleton<Sampler>();
}
