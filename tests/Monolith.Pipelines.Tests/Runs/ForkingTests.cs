using Monolith.Pipelines.Runs.Deciding;

namespace Monolith.Pipelines.Tests.Runs;

public sealed class ForkingTests
{
    [Fact]
    public void Reuse_FromAStage_TakesWhatDoesNotDependOnIt()
    {
        var source = Given.Started(Given.Stages("a b<a c<b d<a")).Succeed("a").Succeed("b").Succeed("d").Succeed("c").Run;

        var reused = Forking.Reuse(source, source.Definition, "b", Given.Start);

        Assert.Equal(["a", "d"], reused.Stages.Select(stage => stage.Stage));
    }

    [Fact]
    public void Reuse_Applied_BeginsWithTheRest()
    {
        var source = Given.Started(Given.Stages("a b<a c<b")).Succeed("a").Fail("b").Run;
        var fork = Given.Created(Given.Stages("a b<a c<b"));
        fork.Take(Forking.Reuse(source, fork.Run.Definition, null, Given.Start));

        Assert.Equal("created reused(a) claimed +b", fork.Claim().Said());
        Assert.True(fork.Run.Stages[0].Reused);
        Assert.Equal("ok:b +c ok:c succeeded", fork.Succeed("b").Succeed("c").Said());
    }

    [Fact]
    public void Reuse_StageTheNewDefinitionLacks_IsLeftOut()
    {
        var source = Given.Started(Given.Stages("a b c")).Succeed("a").Succeed("b").Fail("c").Run;
        var other = Given.Created(Given.Stages("b c"));

        Assert.Equal(["b"], Forking.Reuse(source, other.Run.Definition, null, Given.Start).Stages.Select(stage => stage.Stage));
    }
}
