using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.Conflicts;

/// <summary>Files of the repository as they are stored, with no conversion of line ends or filters on the way.</summary>
internal static class ObjectStore
{
    public static async Task<byte[]> ReadAsync(Repository tree, string id, CancellationToken cancellationToken)
    {
        var file = Path.Combine(tree.Folder, await tree.AskAsync(["unpack-file", id], cancellationToken));
        try
        {
            return await File.ReadAllBytesAsync(file, cancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static async Task<string> WriteAsync(Repository tree, byte[] content, CancellationToken cancellationToken)
    {
        var file = Path.Combine(PrivateFolder.Keep(tree.Context, "integration"), "resolved");
        await File.WriteAllBytesAsync(file, content, cancellationToken);
        var id = await tree.AskAsync(["hash-object", "-w", "--no-filters", "--", file], cancellationToken);
        File.Delete(file);
        return id;
    }
}
