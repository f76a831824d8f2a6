namespace Monolith.Plugins.Scaffold.Plans;

/// <summary>What is to be generated, before a line of it is.</summary>
/// <param name="Name">The project's, such as order-desk.</param>
/// <param name="Kind">One of <see cref="Templates.TemplateManifest.Kinds"/>.</param>
/// <param name="Summary">For a person.</param>
/// <param name="Files">What the model writes; paths are plain ones inside the project.</param>
internal sealed record ScaffoldPlan(string Name, string Kind, string Summary, IReadOnlyList<PlannedFile> Files)
{
    public string Requirements { get; init; } = "";

    /// <summary>The template that it goes on from; null for none.</summary>
    public string? Template { get; init; }

    /// <summary>The folder of the workspace with that template; null for those that come with the agent.</summary>
    public string? Templates { get; init; }

    public IReadOnlyList<PlannedPackage> Packages { get; init; } = [];

    /// <summary>Programs with their arguments, run one after the other.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Build { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<string>> Test { get; init; } = [];

    /// <summary>0 to 1.</summary>
    public double Confidence { get; init; }

    public IReadOnlyList<PlanQuestion> Questions { get; init; } = [];
}

/// <param name="Path">With forward slashes.</param>
/// <param name="Purpose">What it is there for.</param>
internal sealed record PlannedFile(string Path, string Purpose);

/// <param name="Name">As its registry calls it.</param>
/// <param name="Version">Empty for any.</param>
/// <param name="Purpose">What it is there for.</param>
internal sealed record PlannedPackage(string Name, string Version, string Purpose);

/// <param name="Text">What the plan cannot say by itself.</param>
/// <param name="Type"><c>open_text</c>, <c>multiple_choice</c>, <c>yes_no</c> or <c>numeric</c>.</param>
/// <param name="Choices">Of a multiple choice.</param>
internal sealed record PlanQuestion(string Text, string Type, IReadOnlyList<string> Choices);
