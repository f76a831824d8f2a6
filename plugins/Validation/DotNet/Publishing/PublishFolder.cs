using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.DotNet.Publishing;

/// <summary>
/// The folder to publish into. It is emptied first, so that nothing of an earlier execution stays; a folder with files that
/// this stage did not make is refused. Which folder it made is noted before it makes it.
/// </summary>
internal static class PublishFolder
{
    private const string DefaultFolder = "publish";

    public static Outcome<string> Prepare(ValidationJob job)
    {
        var (context, name) = (job.Context, job.Parameters.Text("output") ?? DefaultFolder);
        if (!WorkspacePath.Resolve(context, name).Try(out var output, out var failure))
        {
            return failure;
        }

        if (WorkspacePath.IsWithin(job.Folder, output)
            || WorkspacePath.IsWithin(output, Path.Combine(context.Workspace, PrivateFolder.Root)))
        {
            return Failed.Workspace($"'{name}' cannot be published into: it holds the repository or Monolith's own files.");
        }

        var note = Path.Combine(PrivateFolder.Keep(context, "published"), "folder");
        if (File.Exists(output) || (!Folders.IsMissingOrEmpty(output) && !IsNoted(note, output)))
        {
            return Failed.Workspace($"'{name}' already holds files that this stage did not make.");
        }

        File.Delete(note);
        File.WriteAllText(note, output);
        Folders.Delete(output);
        return output;
    }

    private static bool IsNoted(string note, string output) =>
        new FileInfo(note) is { Exists: true, LinkTarget: null } && File.ReadAllText(note) == output;
}
