namespace Monolith.Agents.Testing;

/// <summary>A run's folder in a place of its own, deleted at the end.</summary>
public sealed class TestWorkspace : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("monolith-agent-test-").FullName;

    /// <summary>Makes an empty one.</summary>
    public TestWorkspace() => Directory.CreateDirectory(Folder);

    /// <summary>Absolute path.</summary>
    public string Folder => Path.Combine(home, "workspace");

    /// <summary>Beside the workspace, so outside of it.</summary>
    public string Outside => home;

    /// <summary>Absolute path of a file or folder in it.</summary>
    public string At(params string[] path) => Path.Combine([Folder, .. path]);

    /// <summary>Writes a file, with the folders above it.</summary>
    /// <returns>Its absolute path.</returns>
    public string Write(string path, string text)
    {
        var file = At(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>Deletes all of it.</summary>
    public void Dispose() => Directory.Delete(home, recursive: true);
}
