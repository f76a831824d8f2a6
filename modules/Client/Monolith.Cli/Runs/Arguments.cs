using System.CommandLine;

namespace Monolith.Cli.Runs;

/// <summary>What several commands about runs take.</summary>
internal static class Arguments
{
    public static Argument<Guid> Run() => Id("run", "monolith runs lists them.");

    /// <param name="name">What it is the id of.</param>
    /// <param name="mend">Where to find one.</param>
    public static Argument<Guid> Id(string name, string mend) => new(name)
    {
        Description = $"The {name}'s id.",
        CustomParser = word =>
        {
            if (Guid.TryParse(word.Tokens[0].Value, out var id))
                return id;
            word.AddError($"'{word.Tokens[0].Value}' is not the id of a {name}; {mend}");
            return default;
        },
    };

    public static Option<string[]> Input() => new("--input", "-i")
    {
        Description = "A value for the pipeline: JSON when it is JSON, text otherwise, so text that looks like a number is written 'version=\"1.10\"'. May be given several times.",
        HelpName = "NAME=VALUE",
    };

    public static Option<string[]> Label() => new("--label", "-l") { Description = "A label to find the run by.", HelpName = "NAME=VALUE" };

    public static Option<string?> From() => new("--from") { Description = "Do this stage and what follows it again.", HelpName = "STAGE" };

    public static Option<bool> NonInteractive() => new("--non-interactive") { Description = "Leave a run that waits for a person: exit code 10." };
}
