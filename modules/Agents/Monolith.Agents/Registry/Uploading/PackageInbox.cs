using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Monolith.Kernel;

namespace Monolith.Agents.Registry.Uploading;

/// <summary>Takes archives in, each into a folder of its own that only the host's user can reach.</summary>
internal sealed class PackageInbox(DataFolders folders, IOptions<PluginsOptions> options)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const string Incoming = "incoming";

    /// <summary>The largest archive that is taken.</summary>
    public long MaxBytes => (long)options.Value.MaxPackageMiB << 20;

    /// <summary>Takes away what a host on this data folder left when it died.</summary>
    public void Clear()
    {
        if (Directory.Exists(folders.PluginPackages))
            Directory.Delete(folders.PluginPackages, recursive: true);
    }

    /// <param name="from">Read to its end, or to one byte more than is taken.</param>
    /// <param name="cancellationToken">Gives it up; nothing is left.</param>
    public Task<Result<ReceivedPackage>> ReceiveAsync(Stream from, CancellationToken cancellationToken) =>
        ReceiveAsync((to, token) => CopyAsync(from, to, token), cancellationToken);

    /// <param name="write">Writes the archive.</param>
    /// <param name="cancellationToken">Gives it up; nothing is left.</param>
    public async Task<Result<ReceivedPackage>> ReceiveAsync(Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var folder = MakeFolder();
        var package = new ReceivedPackage(folder, Path.Combine(folder, Incoming), 0, "");
        var isWhole = false;
        try
        {
            await using var file = new FileStream(package.File, FileMode.CreateNew, FileAccess.ReadWrite);
            await write(file, cancellationToken);
            if (file.Length > MaxBytes)
                return new Problem(ErrorCodes.ValidationError, $"The package is larger than {options.Value.MaxPackageMiB} MiB, the most that Plugins:MaxPackageMiB lets in.");
            file.Position = 0;
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
            isWhole = true;
            return package with { Size = file.Length, Sha256 = hash };
        }
        finally
        {
            if (!isWhole)
                package.Dispose();
        }
    }

    private async Task CopyAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            int read;
            while (to.Position <= MaxBytes && (read = await from.ReadAsync(buffer, cancellationToken)) > 0)
                await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private string MakeFolder()
    {
        var path = Path.Combine(folders.PluginPackages, Guid.NewGuid().ToString("N"));
        return (OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnerOnly)).FullName;
    }
}
