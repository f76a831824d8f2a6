using System.Text;
using Monolith.Kernel;

namespace Monolith.Secrets.Masters;

/// <summary>A file with master keys, one a line; the first is the current one.</summary>
internal static class MasterKeyFile
{
    private const int MaxBytes = 16 << 10;

    public static Result<IReadOnlyList<MasterKey>> Read(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaxBytes })
                return Wrong(path, "is too large");
            var keys = File.ReadAllLines(path).Where(line => line.Trim().Length > 0).Select(MasterKey.Parse).ToList();
            return keys.Count == 0 || keys.Contains(null) ? Wrong(path, "holds something else") : keys.OfType<MasterKey>().ToList();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Wrong(path, "cannot be read");
        }
    }

    /// <summary>Makes a file with a new key that its owner alone can read. One that is there, made by whom ever, stays.</summary>
    public static Problem? Make(string path)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var file = new FileStream(draft, options))
            {
                file.Write(Encoding.ASCII.GetBytes(MasterKey.New() + "\n"));
                // Before any value that is lost without it.
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: false);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            File.Delete(draft);
            return File.Exists(path) ? null : new Problem(ErrorCodes.SecretStoreShut, $"The file {path} for the master key of the stored secrets cannot be made: {fault.Message}");
        }
    }

    private static Problem Wrong(string path, string how) => new(
        ErrorCodes.SecretStoreShut, $"The file {path} {how}. It has to hold the master key of the stored secrets, {MasterKey.Length} bytes as base64, in its first line.");
}
