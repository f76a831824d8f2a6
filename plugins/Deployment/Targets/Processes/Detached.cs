namespace Monolith.Plugins.Deployment.Targets.Processes;

/// <summary>
/// Programs that outlive the stage, the run and the host. They are known by a variable in their environment, as their children are:
/// unlike a process id it is never given to another, and it is there however the start was cut short.
/// </summary>
internal static class Detached
{
    private const string Mark = "MONOLITH_INSTANCE";

    /// <summary>Of a script: the variable <c>pids</c> gets the processes of an instance.</summary>
    public static string Find(string id) =>
        $"find_pids() {{ pids=$(grep -lzsxF {ShellText.Quote($"{Mark}={id}")} /proc/[0-9]*/environ | cut -d/ -f3 || true); }}\nfind_pids\n";

    /// <summary>Of a script: starts a command. The host's own marks are taken away, so that it is not ended with the stage.</summary>
    public static string Start(string id, string folder, IReadOnlyList<string> command, IEnumerable<KeyValuePair<string, string>> environment, string log)
    {
        var variables = environment.Append(KeyValuePair.Create(Mark, id))
            .Select(entry => $"export {entry.Key}={ShellText.Quote(entry.Value)}");
        return $"""
            unset MONOLITH_PROGRAM MONOLITH_RUN MONOLITH_EXECUTION TRACEPARENT
            mkdir -p "$(dirname {ShellText.Quote(log)})"
            cd {ShellText.Quote(folder)}
            {string.Join('\n', variables)}
            setsid {string.Join(' ', command.Select(ShellText.Quote))} </dev/null >>{ShellText.Quote(log)} 2>&1 &

            """;
    }

    public static async Task<bool> IsRunningAsync(IShell shell, string id, CancellationToken cancellationToken) =>
        (await shell.RunAsync(Find(id) + "[ -n \"$pids\" ]", cancellationToken)).ExitCode == 0;

    /// <summary>Asks nicely, waits up to 10 s, then ends it.</summary>
    public static async Task StopAsync(IShell shell, string id, CancellationToken cancellationToken)
    {
        var stopped = await shell.RunAsync(
            Find(id) +
            """
            [ -z "$pids" ] && exit 0
            kill -TERM $pids 2>/dev/null
            passes=0
            while [ $passes -lt 200 ]; do
              find_pids
              [ -z "$pids" ] && exit 0
              [ $passes -ge 100 ] && kill -KILL $pids 2>/dev/null
              sleep 0.1
              passes=$((passes + 1))
            done
            echo "Process $pids cannot be ended." >&2
            exit 1
            """,
            cancellationToken);
        stopped.Expect("An instance cannot be stopped");
    }
}
