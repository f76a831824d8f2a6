using Monolith.Agents;
using Monolith.Host.Startup;
using Monolith.Kernel;

namespace Monolith.Host.Plugins;

/// <summary>The command <c>plugins</c>: makes keys of publishers, signs plugins and verifies them. It starts nothing.</summary>
internal static class PluginsCommand
{
    private const string Usage = "plugins keygen --out FILE | plugins sign FOLDER --key FILE --publisher NAME | plugins verify FOLDER [--key FILE]";

    /// <returns>0 when it was done or verifies, 1 when it does not verify, 2 when the folder or key cannot be read.</returns>
    /// <exception cref="StartRefusedException">The words are not understood, or what they ask cannot be done.</exception>
    public static int Run(string[] words, TextWriter output, TextWriter error)
    {
        var (operands, options) = Read(words);
        return (operands, options.Keys.Order().ToArray()) switch
        {
            (["keygen"], ["--out"]) => Say(output, $"The private key is in {options["--out"]}. The public one, for Plugins:Publishers, is in {Get(AgentsModule.MakePublisherKey(options["--out"]))}."),
            (["sign", var folder], ["--key", "--publisher"]) => Say(output, $"Signed {Get(AgentsModule.SignPlugin(folder, options["--key"], options["--publisher"]))} as {options["--publisher"]}."),
            (["verify", var folder], [] or ["--key"]) => AgentsModule.VerifyPlugin(folder, options.GetValueOrDefault("--key"), output, error),
            _ => throw Refuse("The command is not complete, or an option is none of it."),
        };
    }

    private static (IReadOnlyList<string> Operands, Dictionary<string, string> Options) Read(string[] words)
    {
        var operands = new List<string>();
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal))
                operands.Add(words[i]);
            else if (i + 1 == words.Length || !options.TryAdd(words[i], words[++i]))
                throw Refuse($"{words[i]} stands once, with a value after it.");
        }

        return (operands, options);
    }

    private static int Say(TextWriter output, string line)
    {
        output.WriteLine(line);
        return 0;
    }

    private static string Get(Result<string> result) =>
        result.IsSuccess ? result.Value : throw new StartRefusedException([.. result.Problems.Select(problem => problem.Message)]);

    private static StartRefusedException Refuse(string reason) => new([$"{reason} Usage: {Usage}"]);
}
