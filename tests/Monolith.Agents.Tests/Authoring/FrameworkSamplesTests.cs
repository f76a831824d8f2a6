using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Agents.Sdk;
using Monolith.Agents.Testing;
using Monolith.Agents.Tests.Support;
using Monolith.Models.Contracts;

namespace Monolith.Agents.Tests.Authoring;

/// <summary>The samples of Microsoft Agent Framework and Semantic Kernel, loaded and called as plugins.</summary>
public sealed class FrameworkSamplesTests : IModelAccess
{
    private readonly TestModels models = new();

    public IAgentModels Of(ModelCaller caller) => models;

    [Fact]
    public async Task Librarian_AsksForATool_ReadsTheFileAndAnswers()
    {
        models.CallTool("read_file", """{ "name": "a.txt" }""").Answer(request => TestModels.TextAnswer($"It says {request.Messages[^1].Text}."));
        await using var host = await LoadedAsync("AgentFramework");
        using var call = new Call();
        call.Workspace.File("a.txt", "hello");

        var result = await host.Invoker.InvokeAsync(call.Of("librarian", "answer", """{ "question": "What does a.txt say?" }"""), default);

        Assert.True(result.Error is null, string.Join('\n', call.Lines));
        Assert.Equal("It says hello.", (string?)result.Outputs["answer"]);
        Assert.Equal("Answer from the files of the workspace.", models.Requests[0].System);
    }

    [Fact]
    public async Task Cashier_AsksForAFunction_HasTheSumDone()
    {
        // The kernel chooses what its function is called.
        models.Answer(request => TestModels.TextAnswer("") with { ToolCalls = [new("1", request.Tools[0].Name, JsonElement.Parse("""{ "one": 1.5, "other": 2 }"""))] })
            .Answer(request => TestModels.TextAnswer($"It is {request.Messages[^1].Text}."));
        await using var host = await LoadedAsync("SemanticKernel");
        using var call = new Call();

        var result = await host.Invoker.InvokeAsync(call.Of("cashier", "total", """{ "question": "What are a roll and a tea?" }"""), default);

        Assert.True(result.Error is null, string.Join('\n', call.Lines));
        Assert.Equal("It is 3.5.", (string?)result.Outputs["answer"]);
        Assert.Contains("add", Assert.Single(models.Requests[0].Tools).Name, StringComparison.Ordinal);
    }

    private async Task<AgentHost> LoadedAsync(string sample)
    {
        var host = new AgentHost();
        host.Services.AddSingleton<IModelAccess>(this);
        Samples.Copy(sample, host.FirstParty);
        await host.StartAsync();
        return host;
    }
}
