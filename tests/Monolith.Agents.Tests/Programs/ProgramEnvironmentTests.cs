using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Programs;

public sealed class ProgramEnvironmentTests
{
    [Fact]
    public async Task Run_VariableOfTheHost_IsNotThere()
    {
        Environment.SetEnvironmentVariable("ConnectionStrings__Postgres", "Host=db;Password=hidden");
        using var call = new Call();

        var variables = await VariablesAsync(call, new("env"));

        Assert.DoesNotContain("ConnectionStrings__Postgres", variables.Keys);
        Assert.DoesNotContain(variables.Values, value => value.Contains("hidden", StringComparison.Ordinal));
        Assert.Equal(Environment.GetEnvironmentVariable("PATH"), variables["PATH"]);
        Assert.Equal(Environment.GetEnvironmentVariable("HOME"), variables["HOME"]);
    }

    [Fact]
    public async Task Run_StageAndAgentVariables_AreThereTheAgentsWinning()
    {
        using var call = new Call();
        call.Environment["STAGE"] = "stage";
        call.Environment["BOTH"] = "stage";
        call.Environment["GONE"] = "stage";

        var variables = await VariablesAsync(call, new("env")
        {
            Environment = new Dictionary<string, string?> { ["BOTH"] = "agent", ["GONE"] = null, ["AGENT"] = "agent" },
        });

        Assert.Equal(("stage", "agent", "agent"), (variables["STAGE"], variables["BOTH"], variables["AGENT"]));
        Assert.DoesNotContain("GONE", variables.Keys);
    }

    [Fact]
    public async Task Run_Marks_CannotBeTakenAway()
    {
        using var call = new Call();
        call.Environment["MONOLITH_RUN"] = "other";

        var variables = await VariablesAsync(call, new("env")
        {
            Environment = new Dictionary<string, string?> { ["MONOLITH_EXECUTION"] = null },
        });

        Assert.Equal(call.RunId, variables["MONOLITH_RUN"]);
        Assert.Equal($"{call.RunId}/stage/1", variables["MONOLITH_EXECUTION"]);
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("A=B", "x")]
    [InlineData("A", "x\0y")]
    public async Task Run_VariableThatCannotBePassed_IsRefused(string name, string value)
    {
        using var call = new Call();

        await Assert.ThrowsAsync<ProgramStartException>(
            () => call.ProgramAsync(new("env") { Environment = new Dictionary<string, string?> { [name] = value } }));
    }

    [Fact]
    public async Task Run_PathOfTheStage_IsWhereProgramsAreFound()
    {
        using var call = new Call();
        call.Workspace.Script("bin/only-here", "echo found");
        call.Environment["PATH"] = $"{call.Workspace.Path}/bin:/usr/bin:/bin";

        Assert.Equal("found\n", (await call.ProgramAsync(new("only-here"))).StandardOutput);
    }

    private static async Task<Dictionary<string, string>> VariablesAsync(Call call, ProgramSpec spec)
    {
        var result = await call.ProgramAsync(spec);
        return result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('=', 2))
            .ToDictionary(parts => parts[0], parts => parts[1]);
    }
}
