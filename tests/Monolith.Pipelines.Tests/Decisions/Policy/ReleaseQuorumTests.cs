using System.Text;
using Monolith.Pipelines.Decisions.Policy;

namespace Monolith.Pipelines.Tests.Decisions.Policy;

public sealed class ReleaseQuorumTests
{
    [Theory]
    [InlineData(3, "release.prod.quorum: 3 must agree, but there are fewer approvers for default.")]
    [InlineData(2, "")]
    public void Bind_QuorumOfARelease_MustBeWithinReach(int quorum, string wrong)
    {
        var bound = PolicyBinder.Bind(Encoding.UTF8.GetBytes($$"""
            categories: { technical_refactor: { autoApproveAt: 0.85 } }
            routes: { default: { approvers: [bob, "role:leads"] }, anybody: {} }
            roles: { leads: [bob, cat] }
            release: { prod: { quorum: {{quorum}} } }
            """));

        Assert.Equal(wrong, string.Join('\n', bound.Problems.Select(problem => $"{problem.Path}: {problem.Message}")));
    }
}
