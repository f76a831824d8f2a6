using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Plugins.Command;

/// <summary>A JSON object that the program left in a file. A file that is missing or empty is an empty object.</summary>
internal static class ReportedFile
{
    private const int MostBytes = 256 * 1024;

    public static Outcome<JsonObject> Read(string path, string variable)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is not null || Directory.Exists(path))
        {
            return Failed.Execution($"{variable} must be a plain file.");
        }

        // Pipes and devices have no length either, so they are never opened, which could block.
        if (!file.Exists || file.Length == 0)
        {
            return new JsonObject();
        }

        return file.Length > MostBytes
            ? Failed.Execution($"The program wrote {file.Length} bytes to {variable}; at most {MostBytes} are taken.")
            : Parse(File.ReadAllBytes(path), variable);
    }

    private static Outcome<JsonObject> Parse(byte[] json, string variable)
    {
        try
        {
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false };
            return JsonNode.Parse(json, documentOptions: options) is JsonObject entries
                ? entries
                : Failed.Execution($"The program must write a JSON object to {variable}.");
        }
        catch (JsonException fault)
        {
            return Failed.Execution($"What the program wrote to {variable} is no valid JSON: {fault.Message}");
        }
    }
}
