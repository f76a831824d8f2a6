namespace Monolith.Plugins.E2e.Results;

/// <summary>How a scenario went in a browser.</summary>
internal enum Status
{
    Passed,

    /// <summary>It failed and passed when it was run again.</summary>
    Flaky,
    Failed,

    /// <summary>It was not to be run.</summary>
    Skipped,

    /// <summary>It could not be run, so nothing is known.</summary>
    Unknown,
}
