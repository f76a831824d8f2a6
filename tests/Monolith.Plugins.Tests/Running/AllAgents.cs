using Monolith.Plugins.CodingCli;
using Monolith.Plugins.Command;
using Monolith.Plugins.Deployment;
using Monolith.Plugins.Drill;
using Monolith.Plugins.E2e;
using Monolith.Plugins.Git;
using Monolith.Plugins.Http;
using Monolith.Plugins.Integration;
using Monolith.Plugins.Scaffold;
using Monolith.Plugins.Validation;

namespace Monolith.Plugins.Tests.Running;

public static class AllAgents
{
    public static IReadOnlyList<IAgent> List { get; } =
        [new CommandAgent(), new GitAgent(), new ValidationAgent(), new HttpAgent(), new DrillAgent(), new ScaffoldAgent(), new CodingCliAgent(), new E2eAgent(), new IntegrationAgent(), new DeploymentAgent(), new MonitoringAgent()];

    public static IAgent Named(string name) => List.Single(agent => agent.Descriptor.Name == name);
}
