using System.Globalization;
using Microsoft.AspNetCore.Http;
using Monolith.Kernel;
using Monolith.Pipelines.Library;

namespace Monolith.Pipelines.Api.Pipelines;

/// <summary>A pipeline's version as its ETag: <c>"3"</c>.</summary>
internal static class PipelineETag
{
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <returns>
    /// The version the caller changed: null where the caller does not say, <see cref="PipelineLibrary.AnyVersion"/> for
    /// <c>If-Match: *</c>, 0 when <c>If-None-Match: *</c> wants that there is none.
    /// </returns>
    public static Result<int?> Expected(HttpRequest request)
    {
        if (request.Headers.IfNoneMatch.ToString() == "*")
            return (int?)0;

        var tag = request.Headers.IfMatch.ToString();
        if (tag is "")
            return (int?)null;
        if (tag is "*")
            return (int?)PipelineLibrary.AnyVersion;
        return int.TryParse(tag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (int?)version
            : new Problem(ErrorCodes.ValidationError, "Give the ETag of the version you changed, such as \"3\".", "If-Match");
    }
}
