using System.Globalization;
using Monolith.Operations.Health;
using Monolith.Operations.Scaling;
using Monolith.Operations.Shutdown;

namespace Monolith.Operations.Tests.Deploy;

/// <summary>The numbers and addresses in the deploy files are those of the code.</summary>
public sealed class DeployFilesTests
{
    private const string Pod = "spec/template/spec";
    private const string Container = $"{Pod}/containers/0";

    private readonly DeployFile deployment = DeployFile.Read("kubernetes/deployment.yaml");
    private readonly ShutdownOptions shutdown = new();

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(DeployFile.Folder, "*.y*ml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(DeployFile.Folder, file)).Where(IsOurs)];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_AsWritten_IsYaml(string path) => Assert.NotNull(DeployFile.Read(path));

    [Fact]
    public void Pod_GracePeriod_HoldsPreStopAndTheForcedExit()
    {
        var grace = deployment.Number($"{Pod}/terminationGracePeriodSeconds");
        var preStop = deployment.Number($"{Container}/lifecycle/preStop/sleep/seconds");
        var readinessSeen = deployment.Number($"{Container}/readinessProbe/periodSeconds") * deployment.Number($"{Container}/readinessProbe/failureThreshold");

        Assert.True(grace >= preStop + shutdown.ForceExit.TotalSeconds, $"{grace} s are less than {preStop} s and {shutdown.ForceExit}.");
        Assert.True(preStop >= readinessSeen);
    }

    [Fact]
    public void Pod_ShutdownSettings_AreTheDefaults()
    {
        var environment = deployment.Environment($"{Container}/env");

        Assert.Equal(shutdown.Drain, TimeSpan.Parse(environment["Shutdown__Drain"]!, CultureInfo.InvariantCulture));
        Assert.Equal(shutdown.ForceExit, TimeSpan.Parse(environment["Shutdown__ForceExit"]!, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("startupProbe", "/health")]
    [InlineData("livenessProbe", "/health")]
    [InlineData("readinessProbe", "/health/ready")]
    public void Probe_Path_IsTheRoute(string probe, string route)
    {
        Assert.Equal(route, deployment[$"{Container}/{probe}/httpGet/path"]);
        Assert.Equal(deployment[$"{Container}/ports/0/name"], deployment[$"{Container}/{probe}/httpGet/port"]);
    }

    [Fact]
    public void ReadinessProbe_Timeout_IsLongerThanAChecks() =>
        Assert.True(deployment.Number($"{Container}/readinessProbe/timeoutSeconds") * 1_000 > new HealthOptions().TimeoutMs + 500);

    [Fact]
    public void Container_Rights_AreFew()
    {
        Assert.Equal("true", deployment[$"{Pod}/securityContext/runAsNonRoot"]);
        Assert.Equal("true", deployment[$"{Container}/securityContext/readOnlyRootFilesystem"]);
        Assert.Equal("false", deployment[$"{Container}/securityContext/allowPrivilegeEscalation"]);
        Assert.Equal("ALL", deployment[$"{Container}/securityContext/capabilities/drop/0"]);
    }

    [Fact]
    public void Compose_StopGracePeriod_IsLongerThanTheForcedExit()
    {
        var compose = DeployFile.Read("compose/compose.yaml");
        var grace = compose["services/monolith/stop_grace_period"].TrimEnd('s');

        Assert.True(int.Parse(grace, CultureInfo.InvariantCulture) > shutdown.ForceExit.TotalSeconds);
    }

    [Fact]
    public void Autoscaler_Metrics_AreTheHostsWantedAndTheQueuesAge()
    {
        var autoscaler = DeployFile.Read("kubernetes/autoscaler.yaml");
        var scaling = new ScalingOptions();

        Assert.Equal("monolith_hosts_wanted", autoscaler["spec/metrics/0/external/metric/name"]);
        Assert.Equal("1", autoscaler["spec/metrics/0/external/target/averageValue"]);
        Assert.Equal("monolith_queue_age_seconds", autoscaler["spec/metrics/1/external/metric/name"]);
        Assert.Equal(scaling.TargetAge.TotalSeconds, autoscaler.Number("spec/metrics/1/external/target/value"));
        Assert.Equal((scaling.MinHosts, scaling.MaxHosts), (autoscaler.Number("spec/minReplicas"), autoscaler.Number("spec/maxReplicas")));
        Assert.Equal(deployment["metadata/name"], autoscaler["spec/scaleTargetRef/name"]);
    }

    [Fact]
    public void Pod_Scaling_IsOnWithAsManyRunsAsTheForecastCountsOn()
    {
        var environment = deployment.Environment($"{Container}/env");

        Assert.Equal("true", environment["Scaling__Enabled"]);
        Assert.Equal(new ScalingOptions().RunsPerHost, int.Parse(environment["Engine__MaxActiveRuns"]!, CultureInfo.InvariantCulture));
    }

    private static bool IsOurs(string path) => path.StartsWith("kubernetes", StringComparison.Ordinal) || path.StartsWith("compose", StringComparison.Ordinal);
}
