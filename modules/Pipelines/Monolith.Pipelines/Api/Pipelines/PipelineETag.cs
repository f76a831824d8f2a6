using System.Globalization;
using Microsoft.AspNetCore.Http;
using Monolith.Kernel;

namespace Monolith.Pipelines.Api.Pipelines;

/// <summary>A pipeline's version as its ETag: <c>"3"</c>.</summary>
internal static class PipelineETag
{
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <returns>The version the caller changed: null for any, 0 when <c>If-None-Match: *</c> wants that there is none.</returns>
    public static Result<int?> Expected(HttpRequest request)
    {
        if (request.Headers.IfNoneMatch.ToString() == "*")
            return (int?)0;

        var tag = request.Headers.IfMatch.ToString();
        if (tag is "" or "*")
            return (int?)null;
        return int.TryParse(tag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (int?)version
            : new Problem(ErrorCodes.ValidationError, "Give the ETag of the version you changed, such as \"3\".", "If-Match");
    }
}
