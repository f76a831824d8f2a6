using System.Text.Json;
using Monolith.Kernel;

namespace Monolith.Pipelines.Api.Http;

/// <summary>What is wrong with a JSON body, in words of the API: .NET's own name its types.</summary>
internal static class JsonFault
{
    /// <param name="fault">As the serializer threw it.</param>
    /// <param name="what">What the body should be, for people.</param>
    public static Problem From(JsonException fault, string what)
    {
        var path = fault.Path?.TrimStart('$').TrimStart('.') is { Length: > 0 } inside ? inside : null;
        var place = fault.LineNumber is { } line ? $" (line {line + 1}, column {fault.BytePositionInLine + 1})" : "";
        return new Problem(ErrorCodes.ValidationError, $"The body is not {what}{place}: {Reason(fault, path)}", path);
    }

    // The serializer wraps the reader's exception, whose words are about the text alone.
    private static string Reason(JsonException fault, string? path)
    {
        if (fault.InnerException is JsonException syntax)
            return syntax.Message.Split(" LineNumber:")[0];
        var name = path?.Split('.')[^1];
        return name is not null && fault.Message.Contains($"'{name}'", StringComparison.Ordinal)
            ? $"there is no property '{name}' here, or it is there twice; the page /docs lists those there are."
            : "a value is of another kind than it should be; the page /docs says which.";
    }
}
