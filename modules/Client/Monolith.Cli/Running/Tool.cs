using System.CommandLine;
using System.CommandLine.Invocation;
using Monolith.Client;
using Monolith.Client.Watching;

namespace Monolith.Cli.Running;

/// <summary>One call of the tool, from its words to its exit code.</summary>
internal static class Tool
{
    private const string Name = "monolith";

    public static async Task<int> RunAsync(string[] words, Surroundings around, CancellationToken cancellationToken = default)
    {
        var parsed = RootWords.Create(around).Parse(words);
        try
        {
            return IsToBeRun(parsed) && Faults.Of(parsed) is { } fault
                ? Tell(around, ExitCode.BadInput, fault)
                : await parsed.InvokeAsync(new InvocationConfiguration { Output = around.Out, Error = around.Error, EnableDefaultExceptionHandler = false }, cancellationToken);
        }
        catch (BadInputException wrong)
        {
            return Tell(around, ExitCode.BadInput, wrong.Message);
        }
        catch (MonolithException refused)
        {
            return Tell(around, IsOfTheRequest(refused.Status) ? ExitCode.BadInput : ExitCode.Refused, [.. refused.Reasons]);
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
        {
            return Tell(around, ExitCode.Refused, $"The host does not answer: {unreachable.Message} Say where it is by --url, MONOLITH_URL or a profile.");
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Stopped;
        }
    }

    // What another request would mend; the others are mended at the host, by a key or by waiting.
    private static bool IsOfTheRequest(int status) => status is >= 400 and < 500 and not (401 or 403 or 408 or 429);

    // Help, the version and completion are answered whatever else was typed.
    private static bool IsToBeRun(ParseResult parsed) => parsed.Action is null or ParseErrorAction || parsed.Action == parsed.CommandResult.Command.Action;

    private static int Tell(Surroundings around, int code, params string[] lines)
    {
        foreach (var line in lines)
            around.Error.WriteLine($"{Name}: {PersonWait.Plain(string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))}");
        return code;
    }
}
