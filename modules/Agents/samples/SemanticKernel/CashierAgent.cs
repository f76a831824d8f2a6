using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Monolith.Agents.Extensions.AI;
using Monolith.Agents.Sdk;

namespace Monolith.Samples.SemanticKernel;

/// <summary>An agent written with Semantic Kernel: a prompt whose model may call one function of a kernel.</summary>
public sealed class CashierAgent : IAgent
{
    public AgentDescriptor Descriptor { get; } = new("cashier", "1.0.0", "Tells what things cost together.",
    [
        new AgentAction("total", "Answers a question about prices; a language model has the sums done.", """
            { "type": "object", "required": ["question"], "properties": { "question": { "type": "string" } } }
            """),
    ]);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(context.Models.AsChatClient("prices").AsBuilder().UseKernelFunctionInvocation().Build());
        var kernel = builder.Build();
        kernel.Plugins.AddFromFunctions("till", [KernelFunctionFactory.CreateFromMethod(Add, "add", "Adds two amounts.")]);

        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };
        var answer = await kernel.InvokePromptAsync(
            "{{$question}} Never add by yourself.",
            new KernelArguments(settings) { ["question"] = context.Parameters.GetProperty("question").GetString() },
            cancellationToken: cancellationToken);

        return AgentResult.Success() with { Outputs = new JsonObject { ["answer"] = answer.ToString() } };
    }

    private static string Add(double one, double other) => (one + other).ToString(CultureInfo.InvariantCulture);
}
