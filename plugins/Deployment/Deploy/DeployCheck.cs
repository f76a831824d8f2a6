using System.Text.Json;

namespace Monolith.Plugins.Deployment.Deploy;

/// <summary>What a schema cannot say: which parameters each type of target needs.</summary>
internal static class DeployCheck
{
    private static readonly Dictionary<string, (string[] Parameters, string[] Target)> Needed = new(StringComparer.Ordinal)
    {
        ["process"] = (["path", "command"], []),
        ["ssh"] = (["path", "command"], ["host", "folder"]),
        ["container"] = (["image"], []),
        ["kubernetes"] = (["image"], []),
    };

    /// <exception cref="DeploymentException">Something is missing; all that is missing is named.</exception>
    public static void Check(JsonElement parameters)
    {
        var target = parameters.Value("target") ?? default;
        var type = target.Text("type") ?? "process";
        if (!Needed.TryGetValue(type, out var needed))
        {
            throw new ParameterException("target.type", $"must be one of {string.Join(", ", Needed.Keys)}");
        }

        var missing = needed.Parameters.Where(name => parameters.Value(name) is null)
            .Concat(needed.Target.Where(name => target.Value(name) is null).Select(name => $"target.{name}")).ToList();
        if (type == "kubernetes" && parameters.Value("secretEnvironment") is not null)
        {
            throw new ParameterException("secretEnvironment", "is not for a cluster: what it holds would stand in the cluster's Deployment for all to read. Use a Secret of the cluster that the image's pods mount");
        }

        if (missing.Count > 0)
        {
            throw new DeploymentException(Failed.Validation($"A target of type {type} needs {string.Join(" and ", missing)}."));
        }
    }
}
