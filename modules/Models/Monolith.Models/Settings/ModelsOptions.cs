namespace Monolith.Models.Settings;

/// <summary>Section <c>Models</c>: the language models. Without providers the host has none.</summary>
public sealed class ModelsOptions
{
    /// <summary>Who serves models, by a name of the operator's choice.</summary>
    public Dictionary<string, ProviderOptions> Providers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of providers, the one to ask first first. Those left out are not asked; without the list all are, by name.</summary>
    public List<string> Order { get; } = [];

    /// <summary>Answers come from the journal alone: nobody is asked, nothing is spent, and what was never recorded fails.</summary>
    public bool Replay { get; set; }

    public BudgetOptions Budget { get; } = new();

    public JournalOptions Journal { get; } = new();
}
