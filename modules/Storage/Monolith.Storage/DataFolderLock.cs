using System.Globalization;
using System.Text;
using Monolith.Kernel;

namespace Monolith.Storage;

/// <summary>One host a data folder. The lock is the operating system's, so it goes with the process, however that ends.</summary>
internal static class DataFolderLock
{
    public static Result<IDisposable> Take(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var file = new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            file.SetLength(0);
            file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return file;
        }
        catch (UnauthorizedAccessException)
        {
            return Wrong($"The data folder {folder} cannot be written. Give another one by Storage:DataDirectory (Storage__DataDirectory in the environment).");
        }
        catch (IOException busy)
        {
            return Wrong($"The data folder {folder} is in use by another host or cannot be used ({busy.Message}). Stop it, or give another folder by Storage:DataDirectory (Storage__DataDirectory in the environment).");
        }
    }

    private static Problem Wrong(string message) => new(ErrorCodes.InsufficientResources, message);
}
