namespace Monolith.Benchmarks.Running;

/// <summary>One question about speed or size, and the table that answers it.</summary>
internal interface IMeasurement
{
    /// <summary>As <c>--only</c> takes it.</summary>
    string Name { get; }

    /// <summary>What is measured and how, one or two sentences above the table.</summary>
    string About { get; }

    Task<Figures.Table> RunAsync(Bench bench);
}
