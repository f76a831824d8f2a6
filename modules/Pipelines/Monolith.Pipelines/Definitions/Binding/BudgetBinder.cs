namespace Monolith.Pipelines.Definitions.Binding;

/// <summary>What a run or a stage may spend on language models, in US dollars.</summary>
internal static class BudgetBinder
{
    private const double Most = 50;

    /// <returns>Null when the author says nothing.</returns>
    public static double? Bind(Field field) => field.IsAbsent ? null : field.Number(0, 0, Most);
}
