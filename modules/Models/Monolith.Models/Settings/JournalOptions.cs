using System.ComponentModel.DataAnnotations;

namespace Monolith.Models.Settings;

/// <summary>Section <c>Models:Journal</c>: what is kept of calls. Hashes, tokens, costs and times always are.</summary>
public sealed class JournalOptions
{
    private const int KeyBytes = 32;

    /// <summary>What happens to questions and answers; null for encrypted when there is a key and off when there is none.</summary>
    public JournalContent? Content { get; set; }

    /// <summary>The key of AES-256-GCM: 32 bytes as base64. It is the same on every host.</summary>
    [DataType(DataType.Password)]
    public string? Key { get; set; }

    /// <summary>Calls older than this go. A day at least.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00")]
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromDays(90);

    internal bool KeepsContent => Key is not null && Content != JournalContent.Off;

    internal byte[] KeyInBytes => Convert.FromBase64String(Key!);

    internal static string? KeyFault(string text)
    {
        var bytes = new byte[KeyBytes + 2];
        return Convert.TryFromBase64String(text, bytes, out var length) && length == KeyBytes
            ? null
            : $"The key has to be {KeyBytes} bytes as base64. Make one by: openssl rand -base64 {KeyBytes}";
    }
}

/// <summary>What happens to questions and answers.</summary>
public enum JournalContent
{
    /// <summary>Kept, encrypted.</summary>
    Encrypted,

    /// <summary>Not kept. An attempt that runs again asks again.</summary>
    Off,
}
