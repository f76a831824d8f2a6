using Monolith.Cli.Running;

namespace Monolith.Client.Tests.Support;

/// <summary>The tool as its user types it, in this process.</summary>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Out">What it answered.</param>
/// <param name="Error">What it said of faults.</param>
internal sealed record Typed(int ExitCode, string Out, string Error)
{
    public static Task<Typed> AtAsync(HostFixture host, params string[] words) => AtAsync(host.Address.OriginalString, words);

    public static Task<Typed> AtAsync(string url, params string[] words) => WithAsync(new() { ["MONOLITH_URL"] = url }, words);

    /// <param name="variables">The whole environment; the home folder is one without a profile file unless it names another.</param>
    public static async Task<Typed> WithAsync(Dictionary<string, string> variables, params string[] words)
    {
        variables.TryAdd("XDG_CONFIG_HOME", "/nonexistent");
        var (to, faults) = (new StringWriter(), new StringWriter());
        var around = new Surroundings(to, faults, name => variables.GetValueOrDefault(name), TimeProvider.System);
        var code = await Tool.RunAsync(words, around);
        return new(code, to.ToString(), faults.ToString());
    }

    public override string ToString() => $"exit code {ExitCode}\n{Out}\n{Error}";
}
