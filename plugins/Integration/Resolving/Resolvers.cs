namespace Monolith.Plugins.Integration.Resolving;

internal static class Resolvers
{
    public static IConflictResolver For(IAgentContext context, string how) => how switch
    {
        Resolution.Ours or Resolution.Theirs => new SideResolver(how),
        ConflictRules.Model => new ModelResolver(context),
        _ => new PeopleResolver(),
    };
}
