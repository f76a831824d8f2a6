using System.Text.Json;
using Monolith.Pipelines.Definitions.Model;

namespace Monolith.Pipelines.Api.Http;

/// <summary>A version of a stored pipeline.</summary>
/// <param name="Project">Whose it is.</param>
/// <param name="Name">Its name, the only one of the project.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Version">From 1.</param>
/// <param name="Hash">SHA-256 of the canonical definition, lower-case hex.</param>
/// <param name="UpdatedAt">UTC.</param>
/// <param name="Definition">The definition as JSON, as its author wrote it.</param>
internal sealed record PipelineResponse(
    string Project, string Name, string Description, int Version, string Hash, DateTimeOffset UpdatedAt, JsonElement Definition);

/// <summary>The stored pipelines, by project and name.</summary>
internal sealed record PipelineListResponse(IReadOnlyList<PipelineSummaryResponse> Pipelines);

/// <summary>A stored pipeline in the list.</summary>
/// <param name="Project">Whose it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Version">The newest.</param>
/// <param name="Stages">How many it has.</param>
/// <param name="UpdatedAt">UTC.</param>
internal sealed record PipelineSummaryResponse(string Project, string Name, string Description, int Version, int Stages, DateTimeOffset UpdatedAt);

/// <summary>A definition that is valid.</summary>
/// <param name="Valid">Always true; a definition with errors gets problem details.</param>
/// <param name="Name">Its name.</param>
/// <param name="Hash">SHA-256 of the canonical definition, lower-case hex.</param>
/// <param name="Stages">The ids of its stages, as written.</param>
/// <param name="Graph">The same stages with what they wait for.</param>
internal sealed record ValidationResponse(bool Valid, string Name, string Hash, IReadOnlyList<string> Stages, IReadOnlyList<GraphStageResponse> Graph);

/// <summary>A stage of a definition.</summary>
/// <param name="Id">Unique in its definition.</param>
/// <param name="Name">For people.</param>
/// <param name="Kind">agent, wait, pipeline, or join for a matrix as a whole.</param>
/// <param name="Agent">Who does it; absent unless an agent does.</param>
/// <param name="Needs">The ids of the stages before it.</param>
internal sealed record GraphStageResponse(string Id, string Name, StageKind Kind, string? Agent, IReadOnlyList<string> Needs);
