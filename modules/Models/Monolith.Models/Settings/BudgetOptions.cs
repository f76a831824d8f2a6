using System.ComponentModel.DataAnnotations;

namespace Monolith.Models.Settings;

/// <summary>Section <c>Models:Budget</c>: what may be spent, in US dollars. A call has to fit into every budget it falls under.</summary>
public sealed class BudgetOptions : IValidatableObject
{
    /// <summary>The most one run may spend whose definition names no budget. 0 to 50.</summary>
    [Range(typeof(decimal), "0", "50")]
    public decimal PerRun { get; set; } = 5;

    /// <summary>The most one run may spend whatever its definition says. 0 to 50.</summary>
    [Range(typeof(decimal), "0", "50")]
    public decimal MaxPerRun { get; set; } = 50;

    /// <summary>The most one agent may spend within a run; null for as much as the run may.</summary>
    [Range(typeof(decimal), "0", "50")]
    public decimal? PerAgent { get; set; }

    /// <summary>The most all runs of one pipeline may spend in a day (UTC); null for no limit.</summary>
    [Range(typeof(decimal), "0", "1000000")]
    public decimal? PerPipelineDay { get; set; }

    /// <summary>The most all runs may spend in a day (UTC); null for no limit.</summary>
    [Range(typeof(decimal), "0", "1000000")]
    public decimal? PerDay { get; set; }

    /// <summary>The share of a budget at which people are warned. 0.01 to 1.</summary>
    [Range(typeof(decimal), "0.01", "1")]
    public decimal AlertAt { get; set; } = 0.8m;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PerRun > MaxPerRun)
            yield return new(
                FormattableString.Invariant($"{PerRun} is more than Models:Budget:MaxPerRun, {MaxPerRun}. Lower the one or raise the other."), [nameof(PerRun)]);
    }
}
