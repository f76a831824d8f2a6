using Monolith.Agents.Discovery;
using Monolith.Agents.Trust;
using Monolith.Agents.Workers;
using Monolith.Kernel;

namespace Monolith.Agents.Loading;

/// <summary>Turns a folder into a plugin, whole or not at all.</summary>
internal sealed class PluginReader(TimeProvider time, PluginCopies copies, PluginTrust trust, PluginWorkers workers) : IDisposable
{
    private readonly AssemblyReader assemblies = new(time);

    /// <param name="source">Where somebody put it.</param>
    /// <param name="loaded">Gives what is loaded of a content hash, to be taken as it is.</param>
    public PluginOutcome Read(PluginFolder source, Func<string, LoadedPlugin?>? loaded = null)
    {
        try
        {
            if (source.Fault is { } found)
                return new(source, "", found);
            var copied = copies.Copy(source);
            if (!copied.IsSuccess)
                return new(source, "", copied.Problems[0]);
            var (copy, contentHash) = copied.Value;
            return loaded?.Invoke(contentHash) is { } plugin ? new(source, contentHash, plugin) : ReadCopy(copy, contentHash);
        }
        catch (Exception fault)
        {
            return new(source, "", LoadFault.From(fault, source));
        }
    }

    /// <returns>Null when there is no copy of that version.</returns>
    public PluginOutcome? ReadVersion(string contentHash) => copies.Find(contentHash) is { } copy ? ReadCopy(copy, contentHash) : null;

    public void Dispose() => assemblies.Dispose();

    private PluginOutcome ReadCopy(PluginFolder copy, string contentHash)
    {
        var source = new PluginFolder(copy.Origin) { Name = copy.Name, Place = copy.Place };
        try
        {
            var verdict = trust.Of(copy, contentHash);
            return new PluginOutcome(source, contentHash, verdict.Fault is { } fault ? fault : Load(copy, contentHash, verdict.Publisher)) { Refused = verdict.Refused };
        }
        catch (Exception fault)
        {
            return new(source, contentHash, LoadFault.From(fault, copy));
        }
    }

    private Result<LoadedPlugin> Load(PluginFolder folder, string contentHash, string? publisher)
    {
        var manifest = PluginManifest.Of(folder.Path);
        if (!manifest.IsSuccess)
            return manifest.Problems[0];
        return workers.Takes(folder.Name, manifest.Value)
            ? workers.LoadAsync(folder, manifest.Value, contentHash, publisher).GetAwaiter().GetResult()
            : assemblies.Read(folder, contentHash, publisher);
    }
}
