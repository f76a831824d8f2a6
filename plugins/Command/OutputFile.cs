using System.Text.Json.Nodes;

namespace Monolith.Plugins.Command;

internal static class OutputFile
{
    public const string Name = "output.json";

    public static Outcome<JsonObject> Read(string privateFolder)
    {
        if (!ReportedFile.Read(Path.Combine(privateFolder, Name), "MONOLITH_OUTPUT").Try(out var outputs, out var failure))
        {
            return failure;
        }

        return outputs.ContainsKey("exitCode")
            ? Failed.Execution("MONOLITH_OUTPUT holds 'exitCode', an output that the agent gives itself. Use another name.")
            : outputs;
    }
}
