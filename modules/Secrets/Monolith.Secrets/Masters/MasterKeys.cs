using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Monolith.Kernel;
using Monolith.Secrets.Settings;

namespace Monolith.Secrets.Masters;

/// <summary>Where the master keys are from: a setting, a file that a setting names, or, with the embedded database, a file of the host's own.</summary>
internal sealed class MasterKeys(IOptions<SecretStoreOptions> options, IConfiguration configuration, DataFolders folders)
{
    private const string None =
        "This host has no master key, so it stores no secrets. The operator sets SecretStore:Key (SecretStore__Key in the environment) or SecretStore:KeyFile; a key is made by: openssl rand -base64 32";

    /// <param name="mayMake">Whether a key may be made where the host makes its own: not when there is something that was encrypted by one.</param>
    public Result<MasterKeySet> Read(bool mayMake)
    {
        var settings = options.Value;
        if (settings.Key is { Length: > 0 } key)
            return MasterKey.Parse(key) is { } current ? SetOf([current], "SecretStore:Key") : Wrong("SecretStore:Key", SecretStoreOptions.KeyFault(key)!);
        if (settings.KeyFile is { Length: > 0 } file)
            return OfFile(file, $"SecretStore:KeyFile ({file})");
        if (configuration.GetConnectionString("Postgres") is { Length: > 0 })
            return new Problem(ErrorCodes.SecretStoreShut, None);
        return OwnFile(mayMake);
    }

    private Result<MasterKeySet> OwnFile(bool mayMake)
    {
        if (!File.Exists(folders.SecretKey))
        {
            if (!mayMake)
                return Wrong("SecretStore:Key", $"Secrets are stored, but the file {folders.SecretKey} with their master key is gone. Bring it back, or set the key.");
            if (MasterKeyFile.Make(folders.SecretKey) is { } problem)
                return problem;
        }

        return OfFile(folders.SecretKey, $"SecretStore:Key (the file {folders.SecretKey})");
    }

    private Result<MasterKeySet> OfFile(string file, string place)
    {
        var read = MasterKeyFile.Read(file);
        return read.IsSuccess ? SetOf(read.Value, place) : Result<MasterKeySet>.Failed(read.Problems);
    }

    private MasterKeySet SetOf(IReadOnlyList<MasterKey> keys, string place) =>
        new(keys[0], [.. keys.Skip(1), .. options.Value.PreviousKeys.Select(MasterKey.Parse).OfType<MasterKey>()], place);

    private static Problem Wrong(string setting, string why) => new(ErrorCodes.SecretStoreShut, $"{setting}: {why}");
}
