using System.CommandLine;
using Monolith.Cli.Output;
using Monolith.Cli.Running;

namespace Monolith.Cli.Pipelines;

/// <summary><c>pipelines</c>: what is stored, and the way from a file to the store.</summary>
internal static class PipelineCommands
{
    private static readonly string[] Headings = ["PIPELINE", "VERSION", "STAGES", "UPDATED", "DESCRIPTION"];

    private static readonly Argument<string> Name = new("name") { Description = "The pipeline's name." };
    private static readonly Argument<string[]> Files = new("files") { Description = "Files with a definition each.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<int?> Version = new("--version") { Description = "An older version.", HelpName = "NUMBER" };

    public static Command Create(Surroundings around) => new("pipelines", "Keeps the stored pipelines.")
    {
        new Command("list", "Lists the stored pipelines.").Does(around, ListAsync),
        new Command("get", "Prints a pipeline as its author wrote it; with --json as the host reads it.") { Name, Version }.Does(around, GetAsync),
        new Command("apply", "Checks all files, then stores each as a version of its pipeline.") { Files }.Does(around, ApplyAsync),
        DiffCommand.Create(around),
        new Command("validate", "Checks files and stores nothing.") { Files }.Does(around, ValidateAsync),
        new Command("delete", "Deletes a pipeline; its runs stay.") { Name }.Does(around, DeleteAsync),
    };

    private static async Task<int> ListAsync(Session session, CancellationToken cancellationToken)
    {
        var found = await session.Client.ListPipelinesAsync(session.Project, cancellationToken);
        return session.Answer(found.Pipelines, Headings, pipeline =>
            [pipeline.Name, $"{pipeline.Version}", $"{pipeline.Stages}", Shown.Time(pipeline.UpdatedAt), pipeline.Description]);
    }

    private static async Task<int> GetAsync(Session session, CancellationToken cancellationToken)
    {
        var (name, version) = (session.Get(Name), session.Get(Version));
        if (session.IsJson)
            return session.Answer(await session.Client.GetPipelineAsync(name, version, session.Project, cancellationToken), _ => { });
        session.Out.WriteLine((await session.Client.GetPipelineSourceAsync(name, version, session.Project, cancellationToken)).TrimEnd());
        return ExitCode.Success;
    }

    // All are checked first: a mistake in the last file must not leave the others stored.
    private static async Task<int> ApplyAsync(Session session, CancellationToken cancellationToken)
    {
        var definitions = await Checking.CheckAsync(session, session.Get(Files), cancellationToken);
        if (definitions is null)
            return ExitCode.BadInput;
        foreach (var (_, text, valid) in definitions)
        {
            var stored = await session.Client.PutPipelineAsync(valid.Name, text, session.Project, cancellationToken);
            session.Answer(stored, to => to.WriteLine($"{stored.Name} version {stored.Version}"));
        }

        return ExitCode.Success;
    }

    private static async Task<int> ValidateAsync(Session session, CancellationToken cancellationToken)
    {
        var definitions = await Checking.CheckAsync(session, session.Get(Files), cancellationToken);
        foreach (var (path, _, valid) in definitions ?? [])
            session.Answer(valid, to => to.WriteLine($"{path}: {valid.Name}, {valid.Stages.Count} stages"));
        return definitions is null ? ExitCode.BadInput : ExitCode.Success;
    }

    private static async Task<int> DeleteAsync(Session session, CancellationToken cancellationToken)
    {
        await session.Client.DeletePipelineAsync(session.Get(Name), session.Project, cancellationToken);
        return session.Answer(new { name = session.Get(Name), deleted = true }, to => to.WriteLine($"{session.Get(Name)} is deleted"));
    }
}
