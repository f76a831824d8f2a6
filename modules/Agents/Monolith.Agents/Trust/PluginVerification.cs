using System.Security.Cryptography;
using Monolith.Agents.Discovery;

namespace Monolith.Agents.Trust;

/// <summary>The command <c>plugins verify</c>: a folder in, a line and an exit code out.</summary>
internal static class PluginVerification
{
    private const int Valid = 0;
    private const int Invalid = 1;
    private const int Wrong = 2;

    public static int Run(string folder, string? keyFile, TextWriter output, TextWriter error)
    {
        var plugin = PluginSigning.Plugin(folder);
        if (!plugin.IsSuccess)
            return Refuse(plugin.Problems[0].Message, error);
        if (keyFile is null)
            return Tell(plugin.Value, null, output, error);
        var key = PublisherKey.Public(keyFile, Directory.GetCurrentDirectory());
        if (!key.IsSuccess)
            return Refuse($"--key: {key.Problems[0].Message}", error);
        using (key.Value)
            return Tell(plugin.Value, key.Value, output, error);
    }

    private static int Tell(string folder, ECDsa? key, TextWriter output, TextWriter error)
    {
        try
        {
            var (isValid, said) = Look(folder, key);
            output.WriteLine(said);
            return isValid ? Valid : Invalid;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refuse($"The folder cannot be read: {fault.Message}", error);
        }
    }

    private static (bool IsValid, string Said) Look(string folder, ECDsa? key)
    {
        if (!PluginSignature.IsIn(folder))
            return (false, "INVALID: It is not signed.");
        var contentHash = ContentHash.Of(folder);
        var signature = PluginSignature.ReadIn(folder);
        if (PluginSignature.FaultOf(signature, contentHash) is { } changed)
            return (false, $"INVALID: {changed}");
        if (key is null)
            return (true, $"UNCHANGED: {contentHash}, said to be signed by {signature!.Publisher}. Whether it was, only --key tells.");
        return signature!.IsBy(key)
            ? (true, $"VALID: {contentHash}, signed by {signature.Publisher} with the given key.")
            : (false, $"INVALID: It was not signed by {signature.Publisher} with the given key.");
    }

    private static int Refuse(string reason, TextWriter error)
    {
        error.WriteLine(reason.ReplaceLineEndings(" "));
        return Wrong;
    }
}
