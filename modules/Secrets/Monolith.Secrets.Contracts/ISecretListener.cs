namespace Monolith.Secrets.Contracts;

/// <summary>Hears of every value that this host stores, or reads from the store, before anybody else gets it: so that it can be masked.</summary>
public interface ISecretListener
{
    /// <param name="value">The secret itself. It may be heard many times.</param>
    void Learn(string value);
}
