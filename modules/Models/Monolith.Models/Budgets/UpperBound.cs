using System.Text;
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
        + Encoding.UTF8.GetByteCount(prompt.System ?? "")
        + prompt.Messages.Sum(message => (long)FramingOfMessage + Encoding.UTF8.GetByteCount(message.Text));
}
