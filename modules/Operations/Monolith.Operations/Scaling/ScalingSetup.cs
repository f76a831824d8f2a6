using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monolith.Kernel;
using Monolith.Operations.Metrics.State;

namespace Monolith.Operations.Scaling;

internal static class ScalingSetup
{
    public static IServiceCollection AddScaling(this IServiceCollection services)
    {
        services.AddOptions<ScalingOptions>().BindConfiguration("Scaling");
        services.AddSingleton(new SettingsSection("Scaling", typeof(ScalingOptions)));
        return services.AddSingleton<ISample>(provider =>
            provider.GetRequiredService<IOptions<ScalingOptions>>().Value.Enabled ? ActivatorUtilities.CreateInstance<ScalingSample>(provider) : new Off());
    }

    private sealed class Off : ISample
    {
        public Task TakeAsync() => Task.CompletedTask;
    }
}
