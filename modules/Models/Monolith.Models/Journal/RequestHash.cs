using System.Security.Cryptography;
using System.Text.Json;
using Monolith.Models.Providers;

namespace Monolith.Models.Journal;

/// <summary>The name of a question: SHA-256 of what is sent, whoever it is sent to.</summary>
internal static class RequestHash
{
    // Its shape is stored in every row: a change of it makes what was recorded unfindable.
    public static string Of(Prompt prompt)
    {
        var canonical = JsonSerializer.SerializeToUtf8Bytes(new object?[]
        {
            1,
            prompt.System,
            prompt.MaxTokens,
            prompt.Messages.Select(message => new object?[] { message.Role.ToString(), message.Text, message.ToolCallId, message.ToolCalls }),
            prompt.Tools,
        });
        return Convert.ToHexStringLower(SHA256.HashData(canonical));
    }
}
