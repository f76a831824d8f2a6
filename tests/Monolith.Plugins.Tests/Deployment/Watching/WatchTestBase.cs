using System.Text.Json.Nodes;
using Monolith.Plugins.Deployment;

namespace Monolith.Plugins.Tests.Deployment.Watching;

public abstract class WatchTestBase : DeploymentTestBase
{
    protected string FaultFile => Path.Combine(Workspace.Outside, "fault");

    protected static string Instance(AgentResult deployed) => (string)((JsonNode)deployed.Outputs)["instances"]![0]!["id"]!;

    protected Dictionary<string, object> Faulty(string version, string fault) => new(App(version, fault))
    {
        ["environment"] = new { FAULT_FILE = FaultFile },
    };

    protected TestContext WatchOf(string heal, string duration) => Context(
        "watch", new { target = Known(), heal, duration, interval = "400ms", failures = 2, observe = "0s" });

    protected static Task<AgentResult> WatchAsync(TestContext context) => Stage.RunAsync(new MonitoringAgent(), context);

    protected static TestContext Decided(TestContext asked, string option) => new()
    {
        Action = asked.Action,
        Workspace = asked.Workspace,
        StageId = asked.StageId,
        Parameters = asked.Parameters,
        Decision = new AgentApproval("0199d2c4-0000-7000-8000-000000000009", IsRevision: false, option, ["ada"], "It was well before.", Remark: null),
    };

    protected JsonNode Record(AgentResult result) => JsonNode.Parse(File.ReadAllText(Workspace.At(result.Artifacts[0].Path)))!;
}
