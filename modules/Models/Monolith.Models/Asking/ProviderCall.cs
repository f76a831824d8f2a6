using Microsoft.Extensions.AI;
using Monolith.Agents.Sdk;
using Monolith.Models.Budgets;
using Monolith.Models.Contracts;
using Monolith.Models.Journal;
using Monolith.Models.Providers;
using Monolith.Models.Providers.Faults;
using Monolith.Models.Tracing;

namespace Monolith.Models.Asking;

/// <summary>One call of one provider: paid for before, told after, whatever comes of it.</summary>
internal sealed class ProviderCall(BudgetLedger ledger, ContentCipher cipher, TimeProvider time, IModelMeter? meter = null)
{
    /// <exception cref="ProviderFault">There is no answer of use.</exception>
    public async Task<ModelAnswer> DoAsync(Provider provider, Prompt prompt, CallKey key, Action<string>? onText, CancellationToken cancellationToken)
    {
        var reservation = await ledger.ReserveAsync(key, provider, prompt, cancellationToken);
        using var span = ModelSpans.Call(provider, key, prompt);
        var began = time.GetTimestamp();
        try
        {
            var response = await provider.AskAsync(prompt, onText, time, cancellationToken);
            var (answer, isCounted) = Answer(provider, response);
            ModelSpans.Tell(span, response, answer);
            // A provider that does not count its tokens is charged for as many as there may have been.
            await EndAsync(reservation, new CallOutcome(CallOutcome.Ok)
            {
                Cost = isCounted ? answer.Cost : null,
                InputTokens = answer.InputTokens,
                OutputTokens = answer.OutputTokens,
                Content = cipher.Seal(reservation.Id, new CallContent(prompt, answer.Text, answer.Truncated, answer.ToolCalls)),
                Took = time.GetElapsedTime(began),
            });
            return isCounted ? answer : answer with { Cost = reservation.Amount };
        }
        catch (Exception thrown) when (thrown is ProviderFault or ListenerException or OperationCanceledException)
        {
            ModelSpans.Tell(span, thrown);
            await EndAsync(reservation, Failed(thrown, time.GetElapsedTime(began)));
            throw;
        }
    }

    private static CallOutcome Failed(Exception thrown, TimeSpan took) => thrown is ProviderFault { MayBeBilled: false } fault
        ? new(CallOutcome.Failed) { Cost = 0, Error = $"{fault.Kind}: {fault.Message}", Took = took }
        : new(CallOutcome.Unknown) { Error = thrown is ProviderFault broken ? $"{broken.Kind}: {broken.Message}" : "It was given up.", Took = took };

    private static (ModelAnswer Answer, bool IsCounted) Answer(Provider provider, ChatResponse response)
    {
        var (input, output) = (response.Usage?.InputTokenCount, response.Usage?.OutputTokenCount);
        var answer = new ModelAnswer(response.Text)
        {
            Provider = provider.Name,
            Model = response.ModelId is { Length: > 0 } model ? model : provider.Model,
            ToolCalls = ChatTranslation.ToolCalls(response),
            Truncated = response.FinishReason == ChatFinishReason.Length,
            InputTokens = input ?? 0,
            OutputTokens = output ?? 0,
            Cost = provider.Options.Prices.Of(input ?? 0, output ?? 0),
        };
        return (answer, input is not null && output is not null);
    }

    private async Task EndAsync(Reservation reservation, CallOutcome outcome)
    {
        await ledger.SettleAsync(reservation, outcome);
        meter?.Called(new ModelUse(
            reservation.Provider.Name,
            reservation.Provider.Model,
            outcome.Status,
            outcome.InputTokens,
            outcome.OutputTokens,
            outcome.Cost ?? reservation.Amount,
            outcome.Took));
    }
}
