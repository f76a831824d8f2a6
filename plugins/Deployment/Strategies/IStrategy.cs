namespace Monolith.Plugins.Deployment.Strategies;

/// <summary>How the requests get from the old version to the new one. A strategy that was cut short is done again from its start and finds what is there.</summary>
internal interface IStrategy
{
    string Name { get; }

    /// <returns>Null when the new version gets every request and does well; else what is wrong with it.</returns>
    Task<string?> ShiftAsync(Rollout rollout, CancellationToken cancellationToken);
}
