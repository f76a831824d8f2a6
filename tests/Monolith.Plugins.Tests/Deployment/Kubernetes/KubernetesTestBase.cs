namespace Monolith.Plugins.Tests.Deployment.Kubernetes;

public abstract class KubernetesTestBase : DeploymentTestBase
{
    private protected ScriptedCluster Cluster { get; } = new();

    protected async Task<WebServer> ServeAsync()
    {
        var server = await WebServer.StartAsync(Cluster.AnswerAsync);
        Workspace.Write("kubeconfig", $$"""
            apiVersion: v1
            kind: Config
            clusters: [{ name: scripted, cluster: { server: "{{server.Url}}" } }]
            users: [{ name: nobody, user: { token: none } }]
            contexts: [{ name: scripted, context: { cluster: scripted, user: nobody } }]
            current-context: scripted
            """);
        return server;
    }

    protected Dictionary<string, object> Image(string image) => new()
    {
        ["target"] = new { name = "app", type = "kubernetes", port = 80, state = State, kubeconfig = "kubeconfig" },
        ["image"] = image,
        ["replicas"] = 4,
        ["observe"] = "0s",
    };
}
