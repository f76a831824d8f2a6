using System.CommandLine;
using System.CommandLine.Help;
using Monolith.Cli.Agents;
using Monolith.Cli.Completion;
using Monolith.Cli.Drilling;
using Monolith.Cli.People;
using Monolith.Cli.Pipelines;
using Monolith.Cli.Runs;

namespace Monolith.Cli.Running;

/// <summary>Every command there is.</summary>
internal static class RootWords
{
    public static RootCommand Create(Surroundings around)
    {
        var root = new RootCommand("Starts, watches and steers runs of a Monolith host, and keeps its pipelines.")
        {
            StartCommand.Create(around),
            WatchCommand.Create(around),
            LogsCommand.Create(around),
            ListCommand.Create(around),
            ControlCommands.Retry(around),
            ControlCommands.Fork(around),
            ControlCommands.Cancel(around),
            ControlCommands.Pause(around),
            ControlCommands.Resume(around),
            DecideCommands.Approve(around),
            DecideCommands.Decide(around),
            DecideCommands.List(around),
            ClarifyCommand.Create(around),
            PipelineCommands.Create(around),
            AgentsCommand.Create(around),
            DrillCommand.Create(around),
            CompletionCommand.Create(around),
        };
        foreach (var option in GlobalOptions.All)
            root.Options.Add(option);
        // Nobody types these, and completion would offer them.
        var help = root.Options.OfType<HelpOption>().Single();
        foreach (var alias in new[] { "/?", "/h" })
            help.Aliases.Remove(alias);
        root.SetAction(result => new HelpAction().Invoke(result));
        return root;
    }
}
