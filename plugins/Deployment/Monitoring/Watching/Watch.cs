using Monolith.Plugins.Deployment.Monitoring.Healing;
using Monolith.Plugins.Deployment.Monitoring.Incidents;
using Monolith.Plugins.Deployment.State;

namespace Monolith.Plugins.Deployment.Monitoring.Watching;

/// <summary>One execution of a watch.</summary>
internal sealed class Watch(IAgentContext context, WatchRequest request, TargetFolder folder) : IDisposable
{
    private const int SamplesKept = 20;

    private readonly Sampler sampler = new(context, folder, request.Limits);
    private readonly IncidentShelf shelf = new(context, folder);
    private readonly Healer healer = new(context, request.Limits);
    private readonly Tally tally = new();
    private readonly Queue<Sample> recent = new();
    private WatchState state = WatchState.Load(context, folder);
    private int badInARow;
    private int goodInARow;

    public void Dispose() => sampler.Dispose();

    public async Task<AgentResult> RunAsync(CancellationToken cancellationToken)
    {
        Keep(state);
        var result = await ResumeAsync(cancellationToken);
        while (result is null && !IsOver())
        {
            if (await sampler.TakeAsync(cancellationToken) is { } sample)
            {
                Note(sample);
                result = await AnswerAsync(cancellationToken);
            }

            if (result is null)
            {
                await Task.Delay(request.Interval, context.Time, cancellationToken);
            }
        }

        // A proposal holds nothing else, and its stage goes on.
        return result?.Proposal is not null ? result : (result ?? AgentResult.Success()) with { Metrics = tally.Metrics(), Artifacts = shelf.Artifacts };
    }

    // An incident is watched until it is clear how it ends.
    private bool IsOver() => state.Incident is null && request.Duration is { } duration && context.Time.GetUtcNow() - state.StartedAt >= duration;

    /// <summary>Goes on with what an earlier execution began, or what was decided since.</summary>
    private async Task<AgentResult?> ResumeAsync(CancellationToken cancellationToken)
    {
        if (shelf.Find(state.Incident) is not { } incident)
        {
            return null;
        }

        if (incident.UnderWay is { } action)
        {
            await FinishAsync(incident, action, cancellationToken);
            return null;
        }

        if (request.Heal == "decision" && context.Decision is { } decision && decision.Id != state.Decision)
        {
            Keep(state with { Decision = decision.Id });
            var chosen = HealProposal.Chosen(decision);
            return chosen == "none" ? HoldBack(incident, "It was decided that nothing is done.") : await HealAsync(incident, chosen, cancellationToken);
        }

        return null;
    }

    private void Note(Sample sample)
    {
        tally.Add(sample);
        recent.Enqueue(sample);
        if (recent.Count > SamplesKept)
        {
            recent.Dequeue();
        }

        (badInARow, goodInARow) = sample.IsGood ? (0, goodInARow + 1) : (badInARow + 1, 0);
        if (!sample.IsGood)
        {
            context.Log.Warn(string.Join(' ', sample.Faults));
        }
    }

    private async Task<AgentResult?> AnswerAsync(CancellationToken cancellationToken)
    {
        var incident = shelf.Find(state.Incident);
        if (incident is not null && goodInARow >= request.Failures)
        {
            Close(incident, Incident.Healed);
            context.Log.Info($"Incident {incident.Number} is over.");
            return null;
        }

        if (badInARow < request.Failures)
        {
            return null;
        }

        badInARow = 0;
        incident ??= await OpenAsync(cancellationToken);
        return request.Heal switch
        {
            "none" => HoldBack(incident, "The policy is to do nothing about it."),
            _ when incident.Attempts >= request.Attempts => HoldBack(incident, $"It was tried {incident.Attempts} times to heal it, in vain."),
            "decision" => HealProposal.Of(incident),
            _ => await HealAsync(incident, request.Heal, cancellationToken),
        };
    }

    private async Task<Incident> OpenAsync(CancellationToken cancellationToken)
    {
        var incident = await Evidence.OpenAsync(context, folder, shelf.NextNumber(), recent, cancellationToken);
        shelf.Write(incident);
        Keep(state with { Incident = incident.Number });
        tally.Incidents++;
        context.Log.Error($"Incident {incident.Number}: {incident.Summary}");
        return incident;
    }

    private async Task<AgentResult?> HealAsync(Incident incident, string action, CancellationToken cancellationToken)
    {
        incident.Begin(action, context.Time.GetUtcNow());
        shelf.Write(incident);
        await FinishAsync(incident, action, cancellationToken);
        return null;
    }

    private async Task FinishAsync(Incident incident, string action, CancellationToken cancellationToken)
    {
        var outcome = await healer.HealAsync(action, incident.Key(context.IdempotencyKey), cancellationToken);
        incident.End(outcome);
        shelf.Write(incident);
        tally.Heals++;
        (badInARow, goodInARow) = (0, 0);
        context.Log.Warn(outcome);
    }

    private AgentResult HoldBack(Incident incident, string why)
    {
        Close(incident, Incident.HeldBack);
        return Failed.Execution($"Incident {incident.Number} of {incident.Json["target"]} needs a person. {why} {incident.Summary}");
    }

    private void Close(Incident incident, string status)
    {
        incident.Close(status, context.Time.GetUtcNow());
        shelf.Write(incident);
        Keep(state with { Incident = null });
    }

    private void Keep(WatchState next)
    {
        state = next;
        state.Save(context, folder);
    }
}
