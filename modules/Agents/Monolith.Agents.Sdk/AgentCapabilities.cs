namespace Monolith.Agents.Sdk;

/// <summary>
/// What an agent may reach beyond the run's workspace. People see it before they approve a stage of the agent, and the host enforces it on the
/// programs the agent runs and on the secrets it is given. An agent that declares none may reach nothing else.
/// </summary>
public sealed record AgentCapabilities
{
    /// <summary>
    /// Hosts that the agent's programs may reach: <c>api.example.com</c>, <c>*.example.com</c> with all below it, with a port such as
    /// <c>api.example.com:8443</c> or without one for 80 and 443, or <c>*</c> for any host and port. Empty for none: its programs then have no
    /// network. Unless it is <c>*</c>, programs reach the hosts through a proxy that the variables <c>HTTP_PROXY</c> and <c>HTTPS_PROXY</c> name.
    /// </summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The secrets it takes, by name; <c>*</c> for any that a stage declares. A stage that gives it another one is refused.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = ["*"];

    /// <summary>The programs it may start, by file name such as <c>git</c>; <c>*</c> for any. Those they start themselves are not looked at.</summary>
    public IReadOnlyList<string> Tools { get; init; } = ["*"];

    /// <summary>Absolute paths that its programs may write to besides the workspace; <c>~/</c> for the home folder of the host's user.</summary>
    public IReadOnlyList<string> WritablePaths { get; init; } = [];

    /// <summary>Absolute paths that its programs may read though they are hidden otherwise; <c>~/</c> as above.</summary>
    public IReadOnlyList<string> ReadablePaths { get; init; } = [];

    /// <summary>
    /// Why its programs cannot be confined at all, for people; null when they can. The host runs them only when <c>Sandbox:Unconfined</c> names
    /// the agent.
    /// </summary>
    public string? Unconfined { get; init; }
}
