namespace Monolith.Features.Contracts;

/// <summary>Tells whether flags are on. Changes reach every host within 5 s.</summary>
public interface IFeatures
{
    /// <summary>Reads memory only; never throws for what is configured wrongly, and then answers the flag's default.</summary>
    /// <param name="flag">One that was registered.</param>
    /// <param name="subject">For whom.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>Whether it is on.</returns>
    ValueTask<bool> IsOnAsync(FeatureFlag flag, FeatureSubject subject, CancellationToken cancellationToken);
}
