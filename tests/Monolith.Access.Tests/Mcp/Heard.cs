using System.Threading.Channels;
using ModelContextProtocol;

namespace Monolith.Access.Tests.Mcp;

/// <summary>What a tool told while it worked.</summary>
internal sealed class Heard : IProgress<ProgressNotificationValue>
{
    private readonly Channel<string> messages = Channel.CreateUnbounded<string>();

    public void Report(ProgressNotificationValue value) => messages.Writer.TryWrite(value.Message ?? "");

    public async Task UntilAsync(string message)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await messages.Reader.ReadAsync(patience.Token) != message)
        {
            // Another one.
        }
    }
}
