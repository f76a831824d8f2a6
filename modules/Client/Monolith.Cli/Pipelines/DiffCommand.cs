using System.CommandLine;
using Monolith.Cli.Running;
using Monolith.Client;

namespace Monolith.Cli.Pipelines;

/// <summary><c>pipelines diff</c>: a file beside what is stored under its name.</summary>
internal static class DiffCommand
{
    private const int Context = 3;

    private static readonly Argument<string> File = new("file") { Description = "A file with a definition." };
    private static readonly Option<int?> Version = new("--version") { Description = "An older version.", HelpName = "NUMBER" };

    public static Command Create(Surroundings around) =>
        new Command("diff", "Compares a file with what is stored under its name: exit code 1 when they differ.") { File, Version }.Does(around, DiffAsync);

    private static async Task<int> DiffAsync(Session session, CancellationToken cancellationToken)
    {
        var path = session.Get(File);
        if (await Checking.CheckAsync(session, [path], cancellationToken) is not [var (_, text, valid)])
            return ExitCode.BadInput;
        var stored = await StoredAsync(session, valid.Name, cancellationToken);
        var differences = LineDiff.Of(Lines(stored), Lines(text));
        var isSame = differences.All(line => line.Sign == LineDiff.Same);
        session.Answer(new { valid.Name, Same = isSame, Lines = differences.Select(line => $"{line.Sign}{line.Text}") }, to =>
        {
            foreach (var line in isSame ? [] : LineDiff.Near(differences, Context))
                to.WriteLine(Coloured(session, line));
        });
        return isSame ? ExitCode.Success : ExitCode.Failed;
    }

    /// <returns>Empty when nothing is stored under the name yet.</returns>
    private static async Task<string> StoredAsync(Session session, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await session.Client.GetPipelineSourceAsync(name, session.Get(Version), session.Project, cancellationToken);
        }
        catch (MonolithException missing) when (missing.Status == 404 && session.Get(Version) is null)
        {
            return "";
        }
    }

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static string Coloured(Session session, LineDiff.Line line) => (session.Around.IsColoured, line.Sign) switch
    {
        (true, LineDiff.Added) => $"\e[32m+{line.Text}\e[0m",
        (true, LineDiff.Removed) => $"\e[31m-{line.Text}\e[0m",
        _ => $"{line.Sign}{line.Text}",
    };
}
