using System.Text;
using Monolith.Agents.Sdk;
using Monolith.Models.Providers;
using Monolith.Models.Settings;

namespace Monolith.Models.Budgets;

/// <summary>The most a call can cost: every token covers at least one byte of its text, and the answer is as long as it may be.</summary>
internal static class UpperBound
{
    private const int FramingOfCall = 100;
    private const int FramingOfMessage = 20;

    public static decimal Of(Prompt prompt, PriceOptions prices) => prices.Of(InputTokens(prompt), prompt.MaxTokens);

    private static long InputTokens(Prompt prompt) =>
        FramingOfCall
        + Bytes(prompt.System ?? "")
        + prompt.Messages.Sum(BytesOf)
        + prompt.Tools.Sum(tool => FramingOfMessage + Bytes(tool.Name) + Bytes(tool.Description) + Bytes(tool.ParametersSchema));

    private static long BytesOf(ModelMessage message) =>
        FramingOfMessage
        + Bytes(message.Text)
        + message.ToolCalls.Sum(call => FramingOfMessage + Bytes(call.Id) + Bytes(call.Name) + Bytes(call.Arguments.GetRawText()));

    private static long Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
