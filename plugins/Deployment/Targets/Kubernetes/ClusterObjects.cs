using k8s.Models;
using Monolith.Plugins.Deployment.State;

namespace Monolith.Plugins.Deployment.Targets.Kubernetes;

/// <summary>What the cluster is asked to have.</summary>
internal static class ClusterObjects
{
    public const string TargetLabel = "monolith/target";
    private const string GenerationLabel = "monolith/generation";
    private const int UsualPort = 8080;

    public static int PortOf(Launch launch) => launch.ContainerPort ?? UsualPort;

    public static string NameOf(string target, Deployed version) => $"{target}-{version.Group}";

    public static V1Deployment Deployment(string target, Deployed version)
    {
        var labels = Labels(target, version.Group);
        return new V1Deployment
        {
            ApiVersion = "apps/v1",
            Kind = "Deployment",
            Metadata = new V1ObjectMeta
            {
                Name = NameOf(target, version),
                Labels = labels,
                Annotations = new Dictionary<string, string> { ["monolith/version"] = version.Release.Version },
            },
            Spec = new V1DeploymentSpec
            {
                Replicas = 0,
                Selector = new V1LabelSelector { MatchLabels = labels },
                Template = new V1PodTemplateSpec
                {
                    Metadata = new V1ObjectMeta { Labels = labels },
                    Spec = new V1PodSpec { Containers = [Container(version.Release.Launch)] },
                },
            },
        };
    }

    public static V1Service Service(string target, string? generation, int port, int containerPort) => new()
    {
        ApiVersion = "v1",
        Kind = "Service",
        Metadata = new V1ObjectMeta { Name = target, Labels = new Dictionary<string, string> { [TargetLabel] = target } },
        Spec = new V1ServiceSpec
        {
            Selector = Labels(target, generation),
            Ports = [new V1ServicePort { Port = port, TargetPort = containerPort.ToString(System.Globalization.CultureInfo.InvariantCulture) }],
        },
    };

    private static V1Container Container(Launch launch)
    {
        var port = PortOf(launch);
        var portText = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new V1Container
        {
            Name = "app",
            Image = launch.Image,
            Args = launch.Command.Count == 0 ? null : [.. launch.Command.Select(part => part.Replace("{port}", portText, StringComparison.Ordinal))],
            Env = [.. launch.Environment.Append(new("PORT", portText)).Select(entry => new V1EnvVar { Name = entry.Key, Value = entry.Value })],
            Ports = [new V1ContainerPort { ContainerPort = port }],
            ReadinessProbe = new V1Probe { HttpGet = new V1HTTPGetAction { Path = launch.HealthPath, Port = portText }, PeriodSeconds = 1 },
        };
    }

    private static Dictionary<string, string> Labels(string target, string? generation)
    {
        var labels = new Dictionary<string, string> { [TargetLabel] = target };
        if (generation is not null)
        {
            labels[GenerationLabel] = generation;
        }

        return labels;
    }
}
