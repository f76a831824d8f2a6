namespace Monolith.Plugins.Validation.Toolchains;

/// <summary>The repository of a stage and the tools of its kind.</summary>
internal sealed record Repository(IToolchain Tools, ValidationJob Job)
{
    private const string DefaultFolder = "source";

    public static Outcome<Repository> Open(IAgentContext context)
    {
        var path = context.Parameters.Text("path") ?? DefaultFolder;
        if (!WorkspacePath.ResolveFolder(context, path).Try(out var folder, out var failure))
        {
            return failure;
        }

        return KnownKinds.Find(context, path, folder).Try(out var found, out failure)
            ? new Repository(found.Tools, new ValidationJob(context, folder))
            : failure;
    }
}
