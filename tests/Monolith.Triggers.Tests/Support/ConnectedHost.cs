using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Triggers.Hooks.Deliveries;
using Monolith.Triggers.Hooks.Repositories;
using Monolith.Triggers.Hooks.Sources;
using Monolith.Triggers.Notifications.Commits;
using Monolith.Triggers.Tests.Hooks;

namespace Monolith.Triggers.Tests.Support;

/// <summary>A host that a project's repositories of both forges are connected to, on a real database and a clock that the test moves.</summary>
internal sealed class ConnectedHost(TriggersDatabase database, ForgeServer forge, string project) : IAsyncDisposable
{
    public const string Commit = "0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c";

    public const string Build = "name: build\ntriggers: { webhook: [{ source: github, reportStatus: true }, { source: gitlab, reportStatus: true }] }\nstages: [{ id: s, wait: { for: 1h } }]";

    private readonly Outgoing outgoing = Outgoing.ToPrivateNetworks(
        ("Forges:GitHubApi", forge.Address), ("Forges:GitLabApi", forge.Address),
        ("Forges:Repositories:hub:Forge", "GitHub"), ("Forges:Repositories:hub:Repository", "codertocat/*"), ("Forges:Repositories:hub:Project", project),
        ("Forges:Repositories:lab:Forge", "GitLab"), ("Forges:Repositories:lab:Repository", "mike/**"), ("Forges:Repositories:lab:Project", project));

    public Outgoing Outgoing => outgoing;

    public RepositoryRuns Runs
    {
        get
        {
            (outgoing.Secrets.All["github_token"], outgoing.Secrets.All["gitlab_token"]) = ("t0ken", "t0ken");
            return new(outgoing.Get<FolderReader>(), database.Get<ITriggeredRuns>(), outgoing.Get<CommitStatuses>(), outgoing.Secrets, outgoing.Get<IOptions<ForgesOptions>>(), outgoing.Time);
        }
    }

    public DeliveryDesk Desk => new(
        database.Get<DeliveryTable>(), database.Get<ITriggeredRuns>(), Runs, outgoing.Get<DeliveryBell>(), outgoing.Time, NullLogger<DeliveryDesk>.Instance);

    public DeliveryService Service => new(
        database.Get<DeliveryTable>(), Desk, outgoing.Get<DeliveryBell>(), outgoing.Time, NullLogger<DeliveryService>.Instance);

    public HookDelivery Push(string source = "github")
    {
        var happened = source == "github" ? GitHubPayload.Read("push", Payload.Json("github-push"))! : GitLabPayload.Read(Payload.Json("gitlab-push"))!;
        return new HookDelivery { Project = project, Source = source, Id = "1", Event = HookDelivery.TextOf(happened.For(project, "1")) };
    }

    public async Task<HookDelivery> FindAsync(HookDelivery delivery) => (await database.Get<DeliveryTable>().FindAsync(delivery, CancellationToken.None))!;

    public ValueTask DisposeAsync() => outgoing.DisposeAsync();
}
