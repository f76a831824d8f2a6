using System.ComponentModel.DataAnnotations;
using Monolith.Secrets.Masters;

namespace Monolith.Secrets.Settings;

/// <summary>Section <c>SecretStore</c>: the master key of the stored secrets. It is the same on every host.</summary>
public sealed class SecretStoreOptions : IValidatableObject
{
    /// <summary>
    /// The master key, 32 bytes as base64. Without it and <c>KeyFile</c>, a host with the embedded PostgreSQL makes itself one in its data folder, and one
    /// with a PostgreSQL of your own stores no secrets.
    /// </summary>
    [DataType(DataType.Password)]
    public string? Key { get; set; }

    /// <summary>A file with the master key, such as a mounted one: 32 bytes as base64 in its first line, keys before it in the lines that follow.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Other master keys that are still read, or to be read soon: while the key is changed.</summary>
    [DataType(DataType.Password)]
    public List<string> PreviousKeys { get; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Key is { Length: > 0 } && KeyFile is { Length: > 0 })
            yield return new("Give either Key or KeyFile.", [nameof(KeyFile)]);
    }

    internal static string? KeyFault(string text) => MasterKey.Parse(text) is null
        ? $"The key has to be {MasterKey.Length} bytes as base64. Make one by: openssl rand -base64 {MasterKey.Length}"
        : null;

    internal static string? KeyFileFault(string path)
    {
        var read = MasterKeyFile.Read(path);
        return read.IsSuccess ? null : read.Problems[0].Message;
    }
}
