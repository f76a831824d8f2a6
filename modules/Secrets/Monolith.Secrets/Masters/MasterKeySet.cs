namespace Monolith.Secrets.Masters;

/// <summary>The master keys that a host has.</summary>
/// <param name="Current">Encrypts what is new.</param>
/// <param name="Others">Read as well.</param>
/// <param name="Place">The setting or file that they are from.</param>
internal sealed record MasterKeySet(MasterKey Current, IReadOnlyList<MasterKey> Others, string Place)
{
    /// <returns>Null when the host does not have it.</returns>
    public MasterKey? Find(string id) => Current.Id == id ? Current : Others.FirstOrDefault(other => other.Id == id);
}
