namespace Monolith.Models.Contracts;

/// <summary>Hears what calls of models came to, so that it can be counted. Returns at once and never throws.</summary>
public interface IModelMeter
{
    /// <summary>A call of a provider is over.</summary>
    /// <param name="use">Who was called and what it took.</param>
    void Called(ModelUse use);

    /// <summary>A budget has reached its alert.</summary>
    /// <param name="scope">The kind of budget: <c>tenant</c>, <c>pipeline</c>, <c>run</c>, <c>stage</c> or <c>agent</c>.</param>
    void BudgetAlerted(string scope);
}

/// <summary>One call of one provider.</summary>
/// <param name="Provider">Its name in the configuration.</param>
/// <param name="Model">The configured model.</param>
/// <param name="Outcome"><c>ok</c>, <c>failed</c>, or <c>unknown</c> when nobody knows whether the provider did it.</param>
/// <param name="InputTokens">As the provider counted them.</param>
/// <param name="OutputTokens">As the provider counted them.</param>
/// <param name="Cost">US dollars charged.</param>
/// <param name="Took">From the first byte sent to the last received.</param>
public sealed record ModelUse(string Provider, string Model, string Outcome, long InputTokens, long OutputTokens, decimal Cost, TimeSpan Took);
