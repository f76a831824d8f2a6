using System.Text.Json.Nodes;
using Monolith.Client.Watching;
using Monolith.Host.Startup;

namespace Monolith.Host.Runs;

/// <summary>What was typed after <c>run</c>.</summary>
/// <param name="File">The definition.</param>
/// <param name="Inputs">Each value as JSON when it is JSON, and as text otherwise.</param>
/// <param name="IsNonInteractive">Whether to leave a run that waits for a person.</param>
/// <param name="Settings">What is left: settings of the host.</param>
internal sealed record RunWords(string File, JsonObject Inputs, bool IsNonInteractive, string[] Settings)
{
    private const string Usage = "dotnet run --project host -- run pipeline.yaml --input name=value --non-interactive";

    /// <exception cref="StartRefusedException">Something is wrong; a line for each thing.</exception>
    public static RunWords Read(IReadOnlyList<string> words)
    {
        var (file, isNonInteractive) = (default(string), false);
        var (inputs, settings, problems) = (new JsonObject(), new List<string>(), new List<string>());
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word == "--non-interactive")
                isNonInteractive = true;
            else if (word == "--input")
                Take(i + 1 < words.Count ? words[++i] : "");
            else if (word.StartsWith("--input=", StringComparison.Ordinal))
                Take(word["--input=".Length..]);
            else if (word.StartsWith('-') || word.Contains('='))
                settings.Add(word);
            else if (file is null)
                file = word;
            else
                problems.Add($"{word}: one definition is run at a time. Type {Usage}");
        }

        if (file is null)
            problems.Add($"Say which definition to run: {Usage}");
        else if (!System.IO.File.Exists(file))
            problems.Add($"There is no file '{file}'.");
        return problems.Count > 0 ? throw new StartRefusedException(problems) : new RunWords(file!, inputs, isNonInteractive, [.. settings]);

        void Take(string input)
        {
            if (NamedValue.Read(input) is not var (name, value))
                problems.Add($"--input: '{input}' has no name and value. Type --input name=value");
            else if (!inputs.TryAdd(name, value))
                problems.Add($"--input: '{name}' is given twice. Give it once.");
        }
    }
}
