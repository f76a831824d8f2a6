namespace Monolith.Cli.Running;

/// <summary>What the tool ends with. They are a promise to scripts: the page of the module lists them.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The run failed or was cancelled; of <c>pipelines diff</c>: there are differences.</summary>
    public const int Failed = 1;

    /// <summary>The command line, a file, or what was asked of the host is wrong.</summary>
    public const int BadInput = 2;

    /// <summary>The host cannot be reached, lets the caller not in, or cannot serve now.</summary>
    public const int Refused = 3;

    /// <summary>The run waits for a person.</summary>
    public const int NeedsAPerson = 10;

    /// <summary>Ctrl-C; the run goes on.</summary>
    public const int Stopped = 130;
}
