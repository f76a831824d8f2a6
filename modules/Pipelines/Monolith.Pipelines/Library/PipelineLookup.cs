using Marten;

namespace Monolith.Pipelines.Library;

/// <summary>
/// Finds pipelines by name for many callers at once: those that ask while a query is under way share the next one. A query
/// begins after all its callers asked, so each sees what was stored before it asked.
/// </summary>
internal sealed class PipelineLookup(IDocumentStore store)
{
    private readonly Lock gate = new();
    private Dictionary<string, TaskCompletionSource<PipelineDocument?>> next = [];
    private bool isAsking;

    public Task<PipelineDocument?> FindAsync(string name, CancellationToken cancellationToken)
    {
        TaskCompletionSource<PipelineDocument?>? answer;
        lock (gate)
        {
            if (!next.TryGetValue(name, out answer))
                next[name] = answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!isAsking)
                _ = Task.Run(AskAsync, CancellationToken.None);
            isAsking = true;
        }

        return answer.Task.WaitAsync(cancellationToken);
    }

    private async Task AskAsync()
    {
        while (Take() is { } asked)
        {
            try
            {
                await using var session = store.QuerySession();
                var found = await session.LoadManyAsync<PipelineDocument>(asked.Keys);
                var byName = found.Where(pipeline => !pipeline.Deleted).ToDictionary(pipeline => pipeline.Id);
                foreach (var (name, answer) in asked)
                    answer.SetResult(byName.GetValueOrDefault(name));
            }
            catch (Exception broken)
            {
                foreach (var answer in asked.Values)
                    answer.SetException(broken);
            }
        }
    }

    private Dictionary<string, TaskCompletionSource<PipelineDocument?>>? Take()
    {
        lock (gate)
        {
            var taken = next;
            next = [];
            isAsking = taken.Count > 0;
            return isAsking ? taken : null;
        }
    }
}
