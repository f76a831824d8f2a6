using Monolith.Fuzzing.Tests.Inputs;
using Monolith.Fuzzing.Tests.Running;
using Monolith.Pipelines.Decisions.Policy;

namespace Monolith.Fuzzing.Tests.Definitions;

public sealed class PolicyFuzzTests
{
    [Fact]
    public void Bind_AnyYaml_IsTakenWholeOrRefusedWithReasons() => Fuzz.Run("decision policy", [Samples.Read("DefaultPolicy.yaml"), Samples.Read("policy.yaml")], mutant =>
    {
        var policy = PolicyBinder.Bind(mutant.Bytes);
        if (policy.IsSuccess)
            Assert.Equal(64, policy.Value.Hash.Length);
        else
            Assert.All(policy.Problems, problem => Assert.False(string.IsNullOrWhiteSpace(problem.Message)));
        return policy.IsSuccess;
    });
}
