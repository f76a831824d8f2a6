using Microsoft.Extensions.DependencyInjection;
using Monolith.Agents.Trust;

namespace Monolith.Agents.Tests.Support;

/// <summary>Keys of publishers, made as people make them.</summary>
internal sealed class Publishers : IDisposable
{
    private readonly TempFolder keys = new();

    public string PublicKeyOf(string name) => $"{PrivateKeyOf(name)}.pub";

    public void Sign(string folder, string name) => Assert.Empty(PluginSigning.Sign(folder, PrivateKeyOf(name), name).Problems);

    /// <summary>Has the host load what these signed, and nothing else; the first key is given as text, the others as files.</summary>
    public void Trust(AgentHost host, params string[] names) => host.Services.Configure<PluginsOptions>(options =>
    {
        options.Trust = PluginTrustMode.KnownPublishers;
        foreach (var name in names)
            options.Publishers[name] = options.Publishers.Count == 0 ? File.ReadAllText(PublicKeyOf(name)) : PublicKeyOf(name);
    });

    public void Dispose() => keys.Dispose();

    private string PrivateKeyOf(string name)
    {
        var file = Path.Combine(keys.Path, name);
        if (!File.Exists(file))
            Assert.Empty(PluginSigning.MakeKey(file).Problems);
        return file;
    }
}
