namespace Monolith.Features.Api.Http;

/// <summary>A flag.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What happens when it is on.</param>
/// <param name="Source">What it goes by: <c>admin</c>, <c>configuration</c> or <c>default</c>.</param>
/// <param name="Enabled">False: off for everybody.</param>
internal sealed record FeatureResponse(string Name, string Description, string Source, bool Enabled)
{
    /// <summary>Of persons it is on for beside those named, 0 to 100.</summary>
    public double? Percentage { get; init; }

    /// <summary>People and programs it is on for.</summary>
    public IReadOnlyList<string>? People { get; init; }

    /// <summary>Projects it is on for.</summary>
    public IReadOnlyList<string>? Projects { get; init; }

    /// <summary>Roles it is on for.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>The filters that the configuration names.</summary>
    public IReadOnlyList<string>? Filters { get; init; }

    /// <summary>When an admin set it.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Who set it.</summary>
    public string? ChangedBy { get; init; }
}

/// <summary>All flags.</summary>
/// <param name="Features">By name.</param>
internal sealed record FeatureListResponse(IReadOnlyList<FeatureResponse> Features);
