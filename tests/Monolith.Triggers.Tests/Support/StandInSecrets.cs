using Monolith.Kernel;
using Monolith.Secrets.Contracts;

namespace Monolith.Triggers.Tests.Support;

/// <summary>Secrets of all projects, in memory.</summary>
internal sealed class StandInSecrets : ISecrets
{
    public Dictionary<string, string> All { get; } = [];

    public Task<Result<string?>> FindAsync(string project, string name, CancellationToken cancellationToken) =>
        Task.FromResult<Result<string?>>(All.GetValueOrDefault(name));
}
