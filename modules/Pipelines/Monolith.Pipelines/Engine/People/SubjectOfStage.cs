using System.Security.Cryptography;
using System.Text.Json;
using Monolith.Agents.Contracts;
using Monolith.Agents.Sdk;
using Monolith.Pipelines.Artifacts;
using Monolith.Pipelines.Decisions.Subjects;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.People;

/// <summary>What an approval of a stage is about, from what is really there: files are read and hashed, not believed.</summary>
internal sealed class SubjectOfStage(ArtifactStore artifacts)
{
    private const string Missing = "missing";
    private const long MaxFolderBytes = 2L << 30;

    /// <summary>Of a decision that the definition declares: the plan is what the agent would be called with.</summary>
    public async Task<DecisionSubject> OfDeclaredAsync(RunState run, GraphStage stage, AgentCall call, CancellationToken cancellationToken) =>
        SubjectHash.Of(await KeptAsync(run, stage, cancellationToken), PlanOf(run, call), StageBudget.Asked(run, stage, stage.Definition.Decision?.Budget));

    /// <summary>Of a decision that the agent proposes: its plan, and the files it names in the workspace.</summary>
    public async Task<DecisionSubject> OfProposedAsync(RunState run, GraphStage stage, AgentCall call, AgentDecision proposed, CancellationToken cancellationToken)
    {
        var files = await Task.WhenAll(proposed.Files.Distinct().Select(file => FileAsync(call.Workspace, file, cancellationToken)));
        var plan = proposed.Plan is null ? "null" : SubjectHash.Canonical(JsonSerializer.SerializeToElement(proposed.Plan));
        return SubjectHash.Proposed(
            [.. await KeptAsync(run, stage, cancellationToken), .. files], PlanOf(run, call), plan, StageBudget.Asked(run, stage, proposed.Budget));
    }

    /// <summary>What an approved decision is about as it is now.</summary>
    public async Task<DecisionSubject> AgainAsync(RunState run, GraphStage stage, AgentCall call, DecisionState decided, CancellationToken cancellationToken)
    {
        if (!decided.Proposal.ByAgent)
            return await OfDeclaredAsync(run, stage, call, cancellationToken);
        // The agent's plan is kept with the decision; what can have changed since are files, and what it is called with.
        var kept = await KeptAsync(run, stage, cancellationToken);
        var named = decided.Subject.Artifacts.Select(artifact => artifact.Name).Where(name => name.StartsWith(FilePrefix, StringComparison.Ordinal));
        var files = await Task.WhenAll(named.Select(name => FileAsync(call.Workspace, name[FilePrefix.Length..], cancellationToken)));
        return SubjectHash.Again(decided.Subject, [.. kept, .. files], PlanOf(run, call));
    }

    private const string FilePrefix = "workspace/";

    /// <summary>What the stages before have kept, by what lies in the store now.</summary>
    private async Task<IReadOnlyList<SubjectArtifact>> KeptAsync(RunState run, GraphStage stage, CancellationToken cancellationToken)
    {
        var before = run.Definition.Graph.AllBefore(stage.Index);
        var kept = before.SelectMany(index => run.Stages[index].Artifacts ?? []);
        return await Task.WhenAll(kept.Select(async artifact => new SubjectArtifact(
            artifact.Name, artifacts.Find(artifact.Sha256) is { } path ? await HashAsync(path, cancellationToken) : Missing)));
    }

    private static string[] PlanOf(RunState run, AgentCall call) =>
    [
        run.Definition.Hash,
        call.ContentHash ?? "",
        call.Agent,
        call.Action,
        SubjectHash.Canonical(call.Parameters),
        SubjectHash.Canonical(JsonSerializer.SerializeToElement(call.Environment)),
    ];

    private static async Task<SubjectArtifact> FileAsync(string workspace, string file, CancellationToken cancellationToken)
    {
        var path = WorkspacePath.Resolve(workspace, file);
        var hash = Directory.Exists(path) ? await HashFolderAsync(path, cancellationToken)
            : File.Exists(path) && PlainFile.Is(path) ? await HashAsync(path, cancellationToken)
            : Missing;
        return new SubjectArtifact(FilePrefix + file, hash);
    }

    /// <summary>Of its zip, as an artifact of it is kept: any file in it that comes, goes or changes makes another.</summary>
    private static async Task<string> HashFolderAsync(string path, CancellationToken cancellationToken)
    {
        using var hash = SHA256.Create();
        await using (var zip = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
            await FolderZip.WriteAsync(path, zip, MaxFolderBytes, cancellationToken);
        return Convert.ToHexStringLower(hash.Hash!);
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }
}
