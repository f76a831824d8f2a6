using System.CommandLine;
using System.Text.Json;
using Monolith.Cli.Output;
using Monolith.Cli.Profiles;
using Monolith.Client;

namespace Monolith.Cli.Running;

/// <summary>One command on its way: what was typed, the host, and where answers go.</summary>
internal sealed class Session : IDisposable
{
    private static readonly JsonSerializerOptions Indented = new(MonolithClient.Json) { WriteIndented = true };

    private readonly ParseResult words;

    public Session(ParseResult words, Surroundings around)
    {
        (this.words, Around) = (words, around);
        Target = Target.Of(words, around);
        Client = new MonolithClient(Target.Address, Target.Key, Target.User);
    }

    public Surroundings Around { get; }

    public Target Target { get; }

    public MonolithClient Client { get; }

    public TextWriter Out => Around.Out;

    public string? Project => Target.Project;

    public bool IsJson => words.GetValue(GlobalOptions.Json);

    public T? Get<T>(Option<T> option) => words.GetValue(option);

    public T Get<T>(Argument<T> argument) => words.GetRequiredValue(argument);

    public T? Find<T>(Argument<T> argument) => words.GetValue(argument);

    /// <summary>The answer as JSON when that is asked for, and otherwise as it is told.</summary>
    public int Answer<T>(T answer, Action<TextWriter> tell)
    {
        if (IsJson)
            Out.WriteLine(JsonSerializer.Serialize(answer, Indented));
        else
            tell(Out);
        return ExitCode.Success;
    }

    /// <summary>The same, for a list: a line each.</summary>
    public int Answer<T>(IReadOnlyList<T> answers, string[] headings, Func<T, string?[]> row) =>
        Answer(answers, to => Table.Write(to, headings, answers.Select(row)));

    public void Dispose() => Client.Dispose();
}
