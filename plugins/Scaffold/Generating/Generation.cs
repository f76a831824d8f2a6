using Monolith.Plugins.Scaffold.Asking;
using Monolith.Plugins.Scaffold.Materials;
using Monolith.Plugins.Scaffold.Plans;

namespace Monolith.Plugins.Scaffold.Generating;

/// <summary>Asks for all files of a plan, in as many questions as it takes; later ones are shown what the earlier ones brought.</summary>
internal sealed class Generation(IAgentContext context, GenerateRequest request, Placement placement, CheckedModel model)
{
    public int MaxTokens => context.Parameters.Integer("maxTokens") ?? 16_000;

    /// <returns>The files of the plan and of its template, by path.</returns>
    public async Task<Outcome<Dictionary<string, byte[]>>> WriteAsync(CancellationToken cancellationToken)
    {
        var files = request.Base.ToDictionary(file => file.Path, file => file.Content, StringComparer.Ordinal);
        var total = files.Sum(file => (long)file.Value.Length);
        // Not its own: a stage that is executed again asks the same as before, and gets the answers it had.
        var existing = Directory.Exists(request.Target) ? ExistingProject.Files(request.Target).Where(file => !placement.Owns(file.Path)).ToList() : [];
        foreach (var batch in request.Plan.Files.Select(file => file.Path).Chunk(context.Parameters.Integer("filesPerCall") ?? 8))
        {
            var shown = files.Reverse().Select(file => (file.Key, (Func<byte[]>)(() => file.Value))).Concat(existing.Where(file => !files.ContainsKey(file.Path)));
            var answer = await model.AskAsync(
                FilesPrompt.Write(request.Plan, batch, shown, MaxTokens),
                (json, faults) => FilesAnswer.Read(json, batch, all: true, faults),
                cancellationToken);
            if (!answer.Try(out var written, out var failure))
                return failure;

            foreach (var (path, content) in written)
                files[path] = content;
            total += written.Sum(file => (long)file.Value.Length);
            if (total > PlanRules.MostBytes)
                return Failed.Validation($"The files come to more than {PlanRules.MostBytes / 1024 / 1024} MiB. Plan less at once.");
            context.Log.Info($"{files.Count} of {request.Plan.Files.Count + request.Base.Count} files are there");
        }

        return files;
    }

    /// <returns>The files that change.</returns>
    public Task<Outcome<IReadOnlyDictionary<string, byte[]>>> MendAsync(
        IReadOnlyDictionary<string, byte[]> files, string command, string output, CancellationToken cancellationToken) =>
        model.AskAsync(
            FilesPrompt.Mend(request.Plan, files, command, output, MaxTokens),
            (json, faults) => FilesAnswer.Read(json, [.. files.Keys], all: false, faults),
            cancellationToken);
}
