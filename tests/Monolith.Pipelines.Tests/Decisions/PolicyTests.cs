using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Monolith.Pipelines.Decisions.Policy;

namespace Monolith.Pipelines.Tests.Decisions;

public sealed class PolicyTests : IDisposable
{
    private const string Valid = "categories: { a: { autoApproveAt: 0.5 } }\nroutes: { default: { } }\n";

    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Bind_SixMistakes_AreToldAtOnce()
    {
        var problems = PolicyBinder.Bind("""
            categories: { a: { autoApproveAt: 2 } }
            escalation: [{ confidenceBelow: 0.5, route: nowhere }]
            roles: { leads: [ada] }
            routes:
              default: { approvers: ["role:leads"], quorum: 2 }
              other: { onTimeout: escalate, timeout: soon }
            release: { prod: { strategy: hope } }
            colour: red
            """u8.ToArray()).Problems;

        Assert.Equal(
            ["categories.a.autoApproveAt", "colour", "escalation[0].route", "release.prod.strategy", "routes.default.quorum", "routes.other.onTimeout", "routes.other.timeout"],
            problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("categories: { a: {} }", "routes")]
    [InlineData("routes: { default: { escalateTo: b }, b: { escalateTo: default } }\ncategories: { a: {} }", "routes.default.escalateTo")]
    [InlineData("routes: { default: { approvers: [\"role:gone\"] } }\ncategories: { a: {} }", "routes.default.approvers[0]")]
    public void Bind_WhatLeadsNowhere_IsRefused(string yaml, string path) =>
        Assert.Contains(PolicyBinder.Bind(Encoding.UTF8.GetBytes(yaml)).Problems, problem => problem.Path == path);

    [Fact]
    public void Hash_OrderAndComments_ChangeNothing() => Assert.Equal(
        PolicyBinder.Bind(Encoding.UTF8.GetBytes(Valid)).Value.Hash,
        PolicyBinder.Bind("# x\nroutes: { default: { } }\ncategories: { a: { autoApproveAt: 0.5 } }\n"u8.ToArray()).Value.Hash);

    [Fact]
    public async Task File_Changes_IsTakenUpUnlessItIsWrong()
    {
        await File.WriteAllTextAsync(file, Valid);
        var time = new FakeTimeProvider();
        using var current = new CurrentPolicy(Options.Create(new PolicyOptions { PolicyFile = file }), null!, time, NullLogger<CurrentPolicy>.Instance);
        var first = current.Now.Hash;

        await ReplaceAsync(Valid.Replace("0.5", "0.6", StringComparison.Ordinal));
        time.Advance(TimeSpan.FromSeconds(3));
        var second = current.Now;
        await ReplaceAsync("categories: { a: { autoApproveAt: 7 } }");
        time.Advance(TimeSpan.FromSeconds(3));

        Assert.NotEqual(first, second.Hash);
        Assert.Equal(0.6, second.Categories["a"].AutoApproveAt);
        Assert.Same(second, current.Now);
    }

    [Fact]
    public async Task Fault_WrongFile_NamesEveryMistake()
    {
        await File.WriteAllTextAsync(file, "categories: { a: { autoApproveAt: 7 } }");

        var fault = CurrentPolicy.Fault(file)!;

        Assert.StartsWith("2 mistakes: ", fault, StringComparison.Ordinal);
        Assert.Contains("categories.a.autoApproveAt", fault, StringComparison.Ordinal);
        Assert.NotNull(CurrentPolicy.Fault(file + ".gone"));
    }

    /// <summary>As editors and deployments do.</summary>
    private async Task ReplaceAsync(string text)
    {
        await File.WriteAllTextAsync(file + ".new", text);
        File.Move(file + ".new", file, overwrite: true);
    }
}
