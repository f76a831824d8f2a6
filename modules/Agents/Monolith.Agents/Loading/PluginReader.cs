using Monolith.Agents.Discovery;
using Monolith.Agents.Trust;
using Monolith.Agents.Workers;
using Monolith.Kernel;

namespace Monolith.Agents.Loading;

/// <summary>Turns a folder into a plugin, whole or not at all.</summary>
internal sealed class PluginReader(TimeProvider time, PluginCopies copies, PluginTrust trust, PluginWorkers workers) : IDisposable
{
    private readonly AssemblyReader assemblies = new(time);

    public PluginOutcome Read(PluginFolder folder)
    {
        try
        {
            if (folder.Fault is { } found)
                return new(folder.Name, "", found);
            var copy = copies.Copy(folder);
            return copy.IsSuccess ? ReadCopy(copy.Value) : new(folder.Name, "", copy.Problems[0]);
        }
        catch (Exception fault)
        {
            return new(folder.Name, "", LoadFault.From(fault, folder));
        }
    }

    public void Dispose() => assemblies.Dispose();

    private PluginOutcome ReadCopy(PluginFolder copy)
    {
        var (contentHash, loaded) = ("", false);
        try
        {
            contentHash = ContentHash.Of(copy.Path);
            var verdict = trust.Of(copy, contentHash);
            var outcome = new PluginOutcome(copy.Name, contentHash, verdict.Fault is { } fault ? fault : Load(copy, contentHash, verdict.Publisher)) { Refused = verdict.Refused };
            loaded = outcome.Result.IsSuccess;
            return outcome;
        }
        catch (Exception fault)
        {
            return new(copy.Name, contentHash, LoadFault.From(fault, copy));
        }
        finally
        {
            if (!loaded)
                PluginCopies.Remove(copy.Path);
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
