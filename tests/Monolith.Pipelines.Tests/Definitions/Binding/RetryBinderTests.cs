using System.Text.Json;
using Monolith.Pipelines.Definitions.Binding;
using Monolith.Pipelines.Definitions.Model;

namespace Monolith.Pipelines.Tests.Definitions.Binding;

public sealed class RetryBinderTests
{
    [Theory]
    [InlineData("\"network\"", 5, 1, 30, 2, true, "Wait")]
    [InlineData("{\"preset\":\"patient\",\"maxAttempts\":7,\"jitter\":false}", 7, 5, 120, 3, false, "Wait")]
    [InlineData("{\"backoff\":\"4s\",\"whenOpen\":\"fail\"}", 3, 4, 60, 2, false, "Fail")]
    [InlineData("{\"jitter\":true}", 3, 1, 60, 2, true, "Wait")]
    [InlineData("{}", 3, 1, 60, 2, false, "Wait")]
    [InlineData("null", 3, 1, 60, 2, false, "Wait")]
    public void Bind_Valid_GivesThePolicy(string json, int attempts, double first, double most, double factor, bool jitter, string whenOpen)
    {
        var (policy, problems) = Bind(json);

        Assert.Empty(problems);
        Assert.Equal(
            new RetryPolicy(attempts, TimeSpan.FromSeconds(first), factor, TimeSpan.FromSeconds(most))
            {
                Jitter = jitter,
                WhenOpen = Enum.Parse<WhenOpen>(whenOpen),
            },
            policy);
    }

    [Theory]
    [InlineData("\"netwrok\"", "retry", "'netwrok' is no preset. There are quick, standard, aggressive, patient, network. Did you mean 'network'?")]
    [InlineData("{\"preset\":\"slow\"}", "retry.preset", "'slow' is no preset. There are quick, standard, aggressive, patient, network.")]
    [InlineData("{\"preset\":5}", "retry.preset", "Give text here.")]
    [InlineData("3", "retry", "Give the name of a preset, one of quick, standard, aggressive, patient, network, or an object here.")]
    [InlineData("{\"whenOpen\":\"skip\"}", "retry.whenOpen", "'skip' is none of wait, fail.")]
    [InlineData("{\"maxAttempts\":0}", "retry.maxAttempts", "Give a number from 1 to 20.")]
    [InlineData("{\"jitter\":\"yes\"}", "retry.jitter", "Give true or false.")]
    [InlineData("{\"presets\":\"quick\"}", "retry.presets", "There is no such property. Did you mean 'preset'?")]
    public void Bind_Wrong_NamesTheFieldAndTheMend(string json, string path, string message)
    {
        var (_, problems) = Bind(json);

        var problem = Assert.Single(problems);
        Assert.Equal((path, message), (problem.Path, problem.Message));
    }

    private static (RetryPolicy Policy, IReadOnlyList<Kernel.Problem> Problems) Bind(string json)
    {
        var problems = new ProblemList("");
        using var document = JsonDocument.Parse(json);
        return (RetryBinder.Bind(new Field(document.RootElement, "retry", problems)), problems.All);
    }
}
