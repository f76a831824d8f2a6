namespace Monolith.Plugins.Validation.Checks;

/// <summary>Files that tools wrote: read up to a size, since they come from programs of the repository.</summary>
internal static class ToolReport
{
    public const long MostBytes = 64 * 1024 * 1024;

    /// <exception cref="UnreadableReportException">It is missing, a link or too large.</exception>
    public static FileStream Open(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.LinkTarget is not null)
        {
            throw new UnreadableReportException(path, "is not there");
        }

        return file.Length <= MostBytes
            ? file.OpenRead()
            : throw new UnreadableReportException(path, $"has {file.Length} bytes, {MostBytes} at most are read");
    }

    public static string ReadText(string path)
    {
        using var reader = new StreamReader(Open(path));
        return reader.ReadToEnd();
    }
}

/// <summary>A tool's report that says nothing, so that what it is about stays unknown.</summary>
internal sealed class UnreadableReportException(string path, string fault)
    : FormatException($"{Path.GetFileName(path)} {fault}.");
