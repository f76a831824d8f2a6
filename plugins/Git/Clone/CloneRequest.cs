using System.Globalization;
using Monolith.Plugins.Git.Addresses;

namespace Monolith.Plugins.Git.Clone;

internal sealed record CloneRequest(RemoteAddress Address, string? Branch, string? Commit, int? Depth, string Target)
{
    public const string DefaultFolder = "source";

    public static Outcome<CloneRequest> Read(IAgentContext context)
    {
        var parameters = context.Parameters;
        var (branch, commit) = (parameters.Text("branch"), parameters.Text("commit"));
        if ((RefName.Check("branch", branch) ?? RefName.CheckCommit(commit)) is { } fault)
        {
            return fault;
        }

        if (!RemoteAddress.Parse(context, parameters.RequiredText("repository")).Try(out var address, out var failure)
            || !TargetFolder.Resolve(context, parameters.Text("into") ?? DefaultFolder).Try(out var target, out failure))
        {
            return failure;
        }

        var depth = parameters.Integer("depth");
        return depth < 1
            ? Failed.Validation("'depth' must be at least 1.")
            : new CloneRequest(address, branch, commit?.ToLowerInvariant(), depth, target);
    }

    public IReadOnlyList<string> DepthArguments =>
        Depth is { } depth ? ["--depth", depth.ToString(CultureInfo.InvariantCulture)] : [];
}
