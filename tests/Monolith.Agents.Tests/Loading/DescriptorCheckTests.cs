using Monolith.Agents.Loading;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Tests.Loading;

public sealed class DescriptorCheckTests
{
    private static readonly AgentAction Fine = new("do-it", "Does it.", """{"type":"object"}""");

    [Theory]
    [InlineData("git")]
    [InlineData("e2e")]
    [InlineData("a-b-c9")]
    public void Check_GoodName_IsTaken(string name) => Assert.True(Check(new(name, "1.0.0-rc.1+5", "Does.", [Fine])).IsSuccess);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Git")]
    [InlineData("-git")]
    [InlineData("git--hub")]
    [InlineData("git\n")]
    [InlineData("../git")]
    public void Check_BadName_IsRefused(string? name) =>
        Assert.Contains("Its name", Reason(new(name!, "1.0.0", "Does.", [Fine])), StringComparison.Ordinal);

    [Fact]
    public void Check_NameOf65Characters_IsRefused() =>
        Assert.Contains("Its name", Reason(new(new string('a', 65), "1.0.0", "Does.", [Fine])), StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("1.0")]
    [InlineData("01.0.0")]
    [InlineData("v1.0.0")]
    public void Check_BadVersion_IsRefused(string? version) =>
        Assert.Contains("Its version", Reason(new("a", version!, "Does.", [Fine])), StringComparison.Ordinal);

    [Fact]
    public void Check_NoActions_IsRefused() =>
        Assert.Contains("It has no action.", Reason(new("a", "1.0.0", "Does.", [])), StringComparison.Ordinal);

    [Fact]
    public void Check_NullActions_IsRefused() =>
        Assert.Contains("It has no action.", Reason(new("a", "1.0.0", "Does.", null!)), StringComparison.Ordinal);

    [Fact]
    public void Check_SameActionTwice_IsRefused() =>
        Assert.Contains("The action 'do-it' is there twice.", Reason(new("a", "1.0.0", "Does.", [Fine, Fine])), StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "is not JSON")]
    [InlineData("", "is not JSON")]
    [InlineData("{", "is not JSON")]
    [InlineData("{} {}", "is not JSON")]
    [InlineData("[]", "is not a JSON object")]
    [InlineData("true", "is not a JSON object")]
    public void Check_BadSchema_IsRefused(string? schema, string reason)
    {
        var descriptor = new AgentDescriptor("a", "1.0.0", "Does.", [new("x", "Does.", schema!)]);

        Assert.Contains($"The schema of the action 'x' {reason}", Reason(descriptor), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_SeveralFaults_NamesThemAll()
    {
        var reason = Reason(new("A", "1", "Does.", [new("Bad Name", "Does.", "{}"), new("x", "Does.", "{"), null!]));

        Assert.Contains("Its name 'A'", reason, StringComparison.Ordinal);
        Assert.Contains("Its version '1'", reason, StringComparison.Ordinal);
        Assert.Contains("The action name 'Bad Name'", reason, StringComparison.Ordinal);
        Assert.Contains("The schema of the action 'x'", reason, StringComparison.Ordinal);
        Assert.Contains("The action name ''", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_NullDescriptor_IsRefused() => Assert.Contains("is null", Reason(null!), StringComparison.Ordinal);

    private static Kernel.Result<Contracts.AgentListing> Check(AgentDescriptor descriptor) =>
        DescriptorCheck.Check(descriptor, "Type", "plugin", "hash");

    private static string Reason(AgentDescriptor descriptor) => Assert.Single(Check(descriptor).Problems).Message;
}
