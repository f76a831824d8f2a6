using System.Text.Json.Nodes;
using Monolith.Plugins.Integration.Resolving;

namespace Monolith.Plugins.Integration.Merge;

internal static class Settlements
{
    public static Settlement For(IAgentContext context, MergeRequest request) => new(
        context,
        request.Rules,
        DecisionBook.Open(context, request.Subject),
        $"{request.SourceName} into {request.Target.Name}",
        new JsonObject { ["strategy"] = request.Strategy, ["source"] = request.Source, ["target"] = request.Target.Commit },
        how => Resolvers.For(context, how));
}
