using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Reading;

namespace Monolith.Pipelines.Api.Pipelines;

/// <summary>A definition as a request's body.</summary>
internal static class DefinitionBody
{
    public const int MaxBytes = DefinitionReader.MaxBytes;

    /// <summary>By the content type; a body without one that starts with a brace is JSON.</summary>
    public static DefinitionFormat FormatOf(string? contentType, byte[] body)
    {
        if (contentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true)
            return DefinitionFormat.Json;
        if (contentType?.Contains("yaml", StringComparison.OrdinalIgnoreCase) == true)
            return DefinitionFormat.Yaml;
        return body.FirstOrDefault(b => !char.IsWhiteSpace((char)b)) == '{' ? DefinitionFormat.Json : DefinitionFormat.Yaml;
    }

    public static string NameOf(DefinitionFormat format) => format == DefinitionFormat.Json ? "json" : "yaml";
}
