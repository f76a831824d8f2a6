using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Monolith.Agents.Discovery;
using Monolith.Kernel;

namespace Monolith.Agents.Trust;

/// <summary>What a publisher does: makes a key pair, and signs folders with it.</summary>
internal static partial class PluginSigning
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <returns>The path of the public key; the private one, which only the user can read, lies in the file.</returns>
    public static Result<string> MakeKey(string file)
    {
        using var key = PublisherKey.Create();
        try
        {
            Write(file, key.ExportPkcs8PrivateKeyPem(), isSecret: true);
            Write(file + ".pub", key.ExportSubjectPublicKeyInfoPem(), isSecret: false);
            return file + ".pub";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Wrong($"The key cannot be written: {fault.Message}");
        }
    }

    /// <returns>The content hash that was signed.</returns>
    public static Result<string> Sign(string folder, string keyFile, string publisher)
    {
        if (!Name().IsMatch(publisher))
            return Wrong($"--publisher: '{publisher}' is no name. Use 1 to 64 letters, digits, dots and hyphens.");
        var plugin = Plugin(folder);
        if (!plugin.IsSuccess)
            return plugin;
        var key = PublisherKey.Private(keyFile);
        if (!key.IsSuccess)
            return Wrong($"--key: {key.Problems[0].Message}");
        using (key.Value)
            return Sign(plugin.Value, key.Value, publisher);
    }

    /// <returns>The folder's full path.</returns>
    public static Result<string> Plugin(string folder)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (!Directory.Exists(path))
            return Wrong($"There is no folder '{folder}'.");
        if (new DirectoryInfo(path).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).FirstOrDefault(IsLink) is { } link)
            return Wrong($"'{Path.GetRelativePath(path, link.FullName)}' is a link. Put what it leads to into the folder itself.");
        var main = MainAssembly.Find(new PluginFolder(path));
        return main.IsSuccess ? path : main.Problems[0];
    }

    private static Result<string> Sign(string folder, ECDsa key, string publisher)
    {
        try
        {
            var signature = PluginSignature.Of(ContentHash.Of(folder), publisher, key);
            signature.WriteIn(folder);
            return signature.ContentHash;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Wrong($"The folder cannot be signed: {fault.Message}");
        }
    }

    private static bool IsLink(FileSystemInfo entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static void Write(string path, string pem, bool isSecret)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (isSecret && !OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using var file = new StreamWriter(path, options);
        file.WriteLine(pem);
    }

    private static Problem Wrong(string message) => new(ErrorCodes.ValidationError, message.ReplaceLineEndings(" "));

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9.-]{0,63}\z")]
    private static partial Regex Name();
}
