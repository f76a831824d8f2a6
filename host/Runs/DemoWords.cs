using Monolith.Host.Startup;

namespace Monolith.Host.Runs;

/// <summary>What was typed after <c>demo</c>.</summary>
/// <param name="Sample">The sample's name.</param>
/// <param name="Settings">What is left: settings of the host.</param>
internal sealed record DemoWords(string Sample, string[] Settings)
{
    private const string Usual = "web-app";
    private const string Full = "delivery";
    private const string ByModel = "delivery-by-model";

    public string File => Path.Combine(Folder, $"{Sample}.yaml");

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "samples");

    /// <exception cref="StartRefusedException">There is no such sample, or more than one is named; a line for each.</exception>
    public static DemoWords Read(IReadOnlyList<string> words)
    {
        var chosen = words.Contains("--by-model") ? ByModel : words.Contains("--full") ? Full : null;
        var rest = words.Where(word => word is not ("--by-model" or "--full")).ToList();
        var settings = rest.Where(word => word.StartsWith('-') || word.Contains('=')).ToArray();
        var named = rest.Except(settings).ToList();
        var read = new DemoWords(chosen ?? named.FirstOrDefault(Usual), settings);

        var problems = named.Skip(chosen is null ? 1 : 0).Select(word => $"{word}: one sample is run at a time.").ToList();
        if (!System.IO.File.Exists(read.File))
            problems.Add($"There is no sample '{read.Sample}'. There are: {string.Join(", ", Samples())}.");
        return problems.Count > 0 ? throw new StartRefusedException(problems) : read;
    }

    /// <exception cref="StartRefusedException">The sample asks a language model, and there is none.</exception>
    public void Check(IConfiguration configuration)
    {
        if (Sample == ByModel && !configuration.GetSection("Models:Providers").GetChildren().Any())
        {
            throw new StartRefusedException([
                "Models:Providers: This demo asks a language model. Name one, such as by "
                + "export Models__Providers__claude__Kind=Anthropic Models__Providers__claude__Model=MODEL Models__Providers__claude__ApiKeySecret=anthropic Secrets__anthropic=KEY",
            ]);
        }
    }

    private static IEnumerable<string?> Samples() => Directory.EnumerateFiles(Folder, "*.yaml").Select(Path.GetFileNameWithoutExtension).Order();
}
