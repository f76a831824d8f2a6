using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Monolith.Access.Contracts.Projects;

namespace Monolith.Host.Startup;

/// <summary>Describes <c>?project=</c>, which the module Access reads for every endpoint that has to do with projects.</summary>
internal static class ProjectParameter
{
    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ProjectRule>().LastOrDefault() is { Kind: not ProjectRuleKind.ForAll } rule)
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = ProjectRules.Parameter,
                In = ParameterLocation.Query,
                Description = Says(rule.Kind),
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        return Task.CompletedTask;
    }

    private static string Says(ProjectRuleKind kind) => kind switch
    {
        ProjectRuleKind.InMany => "Of this project only. Absent: all the caller's.",
        ProjectRuleKind.InOne => $"In this project. Absent: the caller's only one, or '{Project.Default}' for a caller of all; who has several must say.",
        _ => "Only if it is of this project.",
    };
}
