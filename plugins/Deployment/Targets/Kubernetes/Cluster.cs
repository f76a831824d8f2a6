using System.Net;
using k8s;
using k8s.Autorest;
using k8s.Models;
using Monolith.Plugins.Deployment.Settings;

namespace Monolith.Plugins.Deployment.Targets.Kubernetes;

/// <summary>The objects of one target in a cluster. What is asked for twice is there once.</summary>
internal sealed class Cluster : IDisposable
{
    private readonly k8s.Kubernetes client;
    private readonly string space;
    private readonly string target;

    public Cluster(IAgentContext context, TargetSettings settings)
    {
        client = new k8s.Kubernetes(Configuration(context, settings));
        space = settings.Json.Text("namespace") ?? "default";
        target = settings.Name;
    }

    public void Dispose() => client.Dispose();

    public Task<V1Deployment?> FindAsync(string name, CancellationToken cancellationToken) =>
        FoundAsync(() => client.AppsV1.ReadNamespacedDeploymentAsync(name, space, cancellationToken: cancellationToken));

    public async Task ApplyAsync(V1Deployment deployment, CancellationToken cancellationToken)
    {
        if (await FindAsync(deployment.Metadata.Name, cancellationToken) is null)
        {
            await AskAsync(() => client.AppsV1.CreateNamespacedDeploymentAsync(deployment, space, cancellationToken: cancellationToken));
        }
    }

    public async Task ScaleAsync(string name, int replicas, CancellationToken cancellationToken)
    {
        if (await FindAsync(name, cancellationToken) is { } deployment && deployment.Spec.Replicas != replicas)
        {
            deployment.Spec.Replicas = replicas;
            await AskAsync(() => client.AppsV1.ReplaceNamespacedDeploymentAsync(deployment, name, space, cancellationToken: cancellationToken));
        }
    }

    /// <summary>Has the target's service send requests to one generation, or to all there are.</summary>
    public async Task SelectAsync(string? generation, int port, int containerPort, CancellationToken cancellationToken)
    {
        var wanted = ClusterObjects.Service(target, generation, port, containerPort);
        var known = await FoundAsync(() => client.CoreV1.ReadNamespacedServiceAsync(target, space, cancellationToken: cancellationToken));
        if (known is null)
        {
            await AskAsync(() => client.CoreV1.CreateNamespacedServiceAsync(wanted, space, cancellationToken: cancellationToken));
            return;
        }

        known.Spec.Selector = wanted.Spec.Selector;
        await AskAsync(() => client.CoreV1.ReplaceNamespacedServiceAsync(known, target, space, cancellationToken: cancellationToken));
    }

    /// <summary>Deletes the target's deployments other than these, and with none its service too.</summary>
    public async Task KeepOnlyAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var all = await AskAsync(() => client.AppsV1.ListNamespacedDeploymentAsync(
            space, labelSelector: $"{ClusterObjects.TargetLabel}={target}", cancellationToken: cancellationToken));
        foreach (var name in all.Items.Select(deployment => deployment.Metadata.Name).Except(names))
        {
            await FoundAsync(() => client.AppsV1.DeleteNamespacedDeploymentAsync(name, space, cancellationToken: cancellationToken));
        }

        if (names.Count == 0)
        {
            await FoundAsync(() => client.CoreV1.DeleteNamespacedServiceAsync(target, space, cancellationToken: cancellationToken));
        }
    }

    private static KubernetesClientConfiguration Configuration(IAgentContext context, TargetSettings settings)
    {
        var file = settings.Json.Text("kubeconfig");
        if (file is null && KubernetesClientConfiguration.IsInCluster())
        {
            return KubernetesClientConfiguration.InClusterConfig();
        }

        try
        {
            return KubernetesClientConfiguration.BuildConfigFromConfigFile(
                file is null ? null : Path.GetFullPath(file, context.Workspace), settings.Json.Text("context"));
        }
        catch (Exception fault) when (fault is k8s.Exceptions.KubeConfigException or FileNotFoundException)
        {
            throw new ParameterException("target.kubeconfig", $"names no usable file: {fault.Message.TrimEnd('.')}");
        }
    }

    private static async Task<T?> FoundAsync<T>(Func<Task<T>> call)
        where T : class
    {
        try
        {
            return await call();
        }
        catch (HttpOperationException fault) when (fault.Response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (HttpOperationException fault)
        {
            throw Refused(fault);
        }
    }

    private static async Task<T> AskAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (HttpOperationException fault)
        {
            throw Refused(fault);
        }
    }

    // Conflicts and busy servers pass; what is forbidden or malformed does not.
    private static DeploymentException Refused(HttpOperationException fault) => new(AgentResult.Failure(
        AgentErrorCodes.TaskExecutionFailed,
        $"The cluster answers {(int)fault.Response.StatusCode}: {(fault.Response.Content ?? "").Cut(1_000)}",
        retryable: fault.Response.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError));
}
