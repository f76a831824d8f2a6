using System.Data.Common;
using System.Security.Cryptography;
using System.Xml.Linq;
using Monolith.Kernel;
using Monolith.Secrets.Masters;
using Monolith.Secrets.Storing;

namespace Monolith.Secrets.Rings;

/// <summary>Encrypts and decrypts stored secrets. That it cannot is always a problem that says why, and never an empty text.</summary>
internal sealed class SecretVault(KeyTable table, MasterKeys masters)
{
    private volatile SecretRing? known;

    /// <summary>The keys as they are in the table now, so that no host goes on encrypting by one that another has replaced.</summary>
    /// <returns>A problem when there is no master key, or not the one that the newest key is encrypted by.</returns>
    public Result<SecretRing> Open()
    {
        var newest = KeyXml.Newest(table.GetAllElements());
        var set = masters.Read(mayMake: newest is null);
        if (!set.IsSuccess)
            return Result<SecretRing>.Failed(set.Problems);
        if (newest is not null && Fault(newest, set.Value) is { } wrong)
            return wrong;
        return known = SecretRing.Over(table, set.Value);
    }

    public Result<string> Decrypt(StoredSecret secret)
    {
        if (known is { } ring && TryDecrypt(ring, secret) is { } value)
            return value;
        // Another host may have made a key since, or the master key is not there.
        var opened = Open();
        if (!opened.IsSuccess)
            return Result<string>.Failed(opened.Problems);
        return TryDecrypt(opened.Value, secret) is { } read ? read : Unreadable(secret);
    }

    private static string? TryDecrypt(SecretRing ring, StoredSecret secret)
    {
        try
        {
            return ring.Decrypt(secret.Project, secret.Name, secret.Cipher);
        }
        catch (CryptographicException fault) when (fault.InnerException is not DbException)
        {
            return null;
        }
    }

    private static Problem? Fault(XElement newest, MasterKeySet set)
    {
        if (set.Find(KeyXml.MasterOf(newest)) is not { } master)
            return new Problem(
                ErrorCodes.SecretStoreShut,
                $"{set.Place} is not the master key that the stored secrets are encrypted by ({KeyXml.MasterOf(newest)}; this host has {set.Current.Id}). Set that one, or add it to SecretStore:PreviousKeys.");
        try
        {
            KeyXml.Decrypt(newest, master);
            return null;
        }
        catch (Exception altered) when (altered is CryptographicException or FormatException)
        {
            return new Problem(ErrorCodes.SecretStoreShut, "The newest key of the stored secrets was altered in the table secret_keys. Bring the table back from a backup.");
        }
    }

    private static Problem Unreadable(StoredSecret secret) => new(
        ErrorCodes.SecretUnreadable,
        $"The stored secret '{secret.Name}' of the project '{secret.Project}' cannot be read: its row was altered, or is encrypted by a master key that is in neither SecretStore:Key nor SecretStore:PreviousKeys.");
}
