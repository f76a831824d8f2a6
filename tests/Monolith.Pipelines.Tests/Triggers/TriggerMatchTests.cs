using System.Text.Json;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Pipelines.Definitions.Triggers;
using Monolith.Pipelines.Triggers;

namespace Monolith.Pipelines.Tests.Triggers;

public sealed class TriggerMatchTests
{
    private static readonly WebhookTrigger Any = new(Forge.Github, [], [], [], [], Forks: false, ReportStatus: false, Inputs: null);
    private static readonly TriggerEvent Push = Webhook("push", "main");

    [Fact]
    public void Of_TriggerThatNamesNothing_TakesWhateverItsSourceSends()
    {
        Assert.True(Fits(Any, Push));
        Assert.True(Fits(Any, Webhook("tag", "v1")));
        Assert.False(Fits(Any, Push with { Source = "gitlab" }));
    }

    [Fact]
    public void Of_Lists_NarrowIt()
    {
        Assert.True(Fits(Any with { Repositories = ["OCTOCAT/*"] }, Push));
        Assert.False(Fits(Any with { Repositories = ["other/*"] }, Push));
        Assert.False(Fits(Any with { Events = [ForgeEvent.PullRequest] }, Push));
        Assert.True(Fits(Any with { Branches = ["release/**", "main"] }, Push));
        Assert.False(Fits(Any with { Branches = ["Main"] }, Push));
        Assert.False(Fits(Any with { Branches = ["main"] }, Webhook("tag", "main")));
        Assert.False(Fits(Any with { Tags = ["main"] }, Push));
    }

    [Fact]
    public void Of_CodeOfAFork_NeedsATriggerThatSaysSo()
    {
        var foreign = Webhook("pullRequest", "main") with { IsForeign = true };

        Assert.False(Fits(Any, foreign));
        Assert.True(Fits(Any with { Forks = true }, foreign));
    }

    private static TriggerEvent Webhook(string name, string target) => new("default", TriggerKind.Webhook, "1", "github:octocat", default(JsonElement))
    {
        Source = "github",
        Name = name,
        Subject = "octocat/hello",
        Target = target,
    };

    private static bool Fits(WebhookTrigger trigger, TriggerEvent what) => TriggerMatch.Of(new TriggersDefinition([trigger], [], []), what) is not null;
}
