using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Access.Contracts;
using Monolith.Kernel;

namespace Monolith.Agents.Registry.Api;

/// <summary>What the registry refuses, as RFC 9457 problem details.</summary>
internal static class PackageAnswer
{
    public static ProblemHttpResult Of(IReadOnlyList<Problem> problems) => ProblemAnswer.Of(problems, StatusOf(problems[0].Code));

    private static int StatusOf(string code) => code switch
    {
        ErrorCodes.NotFound => StatusCodes.Status404NotFound,
        ErrorCodes.Conflict => StatusCodes.Status409Conflict,
        ErrorCodes.NetworkError => StatusCodes.Status502BadGateway,
        ErrorCodes.DatabaseError or ErrorCodes.SecretStoreShut => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
