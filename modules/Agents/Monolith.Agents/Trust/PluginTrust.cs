using Microsoft.Extensions.Options;
using Monolith.Agents.Contracts;
using Monolith.Agents.Discovery;
using Monolith.Kernel;

namespace Monolith.Agents.Trust;

/// <summary>Whether a plugin may be loaded, by who signed it. Nothing of the plugin runs for it.</summary>
internal sealed class PluginTrust(IOptions<PluginsOptions> options, DataFolders folders)
{
    /// <param name="copy">What would be loaded.</param>
    /// <param name="contentHash">Of the copy.</param>
    public TrustVerdict Of(PluginFolder copy, string contentHash)
    {
        var verdict = PluginSignature.IsIn(copy.Path) ? OfSigned(PluginSignature.ReadIn(copy.Path), contentHash) : TrustVerdict.Untrusted("It is not signed.");
        var isServed = verdict.Refused is AgentStatus.Untrusted && (options.Value.Trust == PluginTrustMode.Any || IsHostsOwn(copy.Origin));
        return isServed ? TrustVerdict.Unsigned : verdict;
    }

    private TrustVerdict OfSigned(PluginSignature? signature, string contentHash)
    {
        if (PluginSignature.FaultOf(signature, contentHash) is { } changed)
            return TrustVerdict.Tampered(changed);
        if (!options.Value.Publishers.TryGetValue(signature!.Publisher, out var publisher))
            return TrustVerdict.Untrusted($"Its publisher '{signature.Publisher}' is not among Plugins:Publishers.");

        var key = PublisherKey.Public(publisher);
        if (!key.IsSuccess)
            return TrustVerdict.Untrusted($"Plugins:Publishers:{signature.Publisher}: {key.Problems[0].Message}");
        using (key.Value)
            return signature.IsBy(key.Value)
                ? new TrustVerdict(Publisher: signature.Publisher)
                : TrustVerdict.Tampered($"It was not signed with the key of '{signature.Publisher}'.");
    }

    /// <summary>Who can write there can change the host itself.</summary>
    private bool IsHostsOwn(string plugin) => IsWithin(plugin, AppContext.BaseDirectory) && !IsWithin(plugin, folders.Root);

    private static bool IsWithin(string path, string folder) =>
        Path.GetFullPath(path).StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
