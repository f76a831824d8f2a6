using Monolith.Pipelines.Definitions.Model;

namespace Monolith.Pipelines.Definitions;

/// <summary>A checked definition, ready to run.</summary>
/// <param name="Definition">As its author wrote it, defaults filled in.</param>
/// <param name="Canonical">As JSON without white space, properties in the author's order, no defaults added.</param>
/// <param name="Hash">SHA-256 of <paramref name="Canonical"/>, lower-case hex.</param>
/// <param name="Graph">Its stages and what each needs.</param>
internal sealed record CompiledDefinition(PipelineDefinition Definition, string Canonical, string Hash, StageGraph Graph);
