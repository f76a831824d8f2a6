using System.Text.Json.Serialization;

namespace Monolith.Features.Api.Http;

/// <summary>What <c>PUT /api/v1/features/{name}</c> takes. With none of the lists and no percentage it is for everybody.</summary>
/// <param name="Enabled">False: off for everybody. Required.</param>
/// <param name="Percentage">Of persons it is on for beside those named, 0 to 100; the same ones every time. Absent: 0 where somebody is named, else 100.</param>
/// <param name="People">Names of people and programs, as keys and tokens name them; at most 200.</param>
/// <param name="Projects">Names of projects; at most 200.</param>
/// <param name="Roles">viewer, operator, approver, admin, of who calls. A run has none.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FeatureRequest(
    bool? Enabled = null,
    double? Percentage = null,
    IReadOnlyList<string?>? People = null,
    IReadOnlyList<string?>? Projects = null,
    IReadOnlyList<string?>? Roles = null);
