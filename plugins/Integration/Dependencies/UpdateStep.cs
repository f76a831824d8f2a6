namespace Monolith.Plugins.Integration.Dependencies;

/// <summary>Updates that are made, tested and committed, or rolled back, together.</summary>
internal sealed record UpdateStep(string Name, IEcosystem Ecosystem, IReadOnlyList<PackageUpdate> Updates)
{
    public string Message => Updates is [var only]
        ? $"Update {only.Package} from {only.From} to {only.To}"
        : $"Update {Name}\n\n{string.Join('\n', Updates.Select(update => $"{update.Package} from {update.From} to {update.To}"))}";
}
