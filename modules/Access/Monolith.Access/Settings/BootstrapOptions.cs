using System.ComponentModel.DataAnnotations;

namespace Monolith.Access.Settings;

/// <summary>Section <c>Access:Bootstrap</c>: an admin's key that is configured, for hosts that are set up by a program.</summary>
public sealed class BootstrapOptions
{
    /// <summary>SHA-256 of the key, 64 hexadecimal digits. The key must be of 256 random bits: <c>openssl rand -hex 32</c>.</summary>
    [RegularExpression("^[0-9a-fA-F]{64}$", ErrorMessage = "Give the SHA-256 of a random key, 64 hexadecimal digits: printf %s KEY | sha256sum")]
    [DataType(DataType.Password)]
    public string? KeyHash { get; set; }

    /// <summary>Who acts with it.</summary>
    [StringLength(128, MinimumLength = 1)]
    public string Name { get; set; } = "bootstrap";
}
