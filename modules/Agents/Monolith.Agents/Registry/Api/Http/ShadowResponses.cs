using Monolith.Agents.Registry.Shadowing;

namespace Monolith.Agents.Registry.Api.Http;

/// <summary>A comparison of a version with recorded runs.</summary>
/// <param name="Id">The comparison's id.</param>
/// <param name="Plugin">The plugin's name.</param>
/// <param name="ContentHash">The version that was looked at.</param>
/// <param name="Status"><c>running</c>, <c>finished</c>, <c>cancelled</c> or <c>failed</c>.</param>
/// <param name="IsSame">Whether it came to its end, compared something and found no difference.</param>
/// <param name="StartedBy">Who wanted it.</param>
/// <param name="StartedAt">When.</param>
/// <param name="FinishedAt">Null while it runs.</param>
/// <param name="Report">Empty while it runs.</param>
public sealed record ShadowResponse(
    Guid Id, string Plugin, string ContentHash, string Status, bool IsSame, string StartedBy, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, ShadowReport Report)
{
    internal static ShadowResponse Of(Shadow shadow, DateTimeOffset now)
    {
        // Its host died.
        var status = shadow.Status == ShadowStatus.Running && now - shadow.StartedAt > Shadow.Limit * 2 ? ShadowStatus.Failed : shadow.Status;
        return new(
            shadow.Id, shadow.Plugin, shadow.ContentHash, status, status == ShadowStatus.Finished && shadow.Report.IsSame, shadow.StartedBy, shadow.StartedAt, shadow.FinishedAt, shadow.Report);
    }
}

/// <summary>Comparisons of a plugin's versions.</summary>
/// <param name="Shadows">The newest first, at most 100.</param>
public sealed record ShadowListResponse(IReadOnlyList<ShadowResponse> Shadows);
