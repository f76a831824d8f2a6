using System.Text;

namespace Monolith.Agents.Invocation;

/// <summary>Takes secrets out of text: as they are, as base64, and as part of an address.</summary>
internal sealed class SecretMask
{
    private const int Shortest = 4;
    private const string Mask = "***";

    private readonly string[] forms;

    public SecretMask(IEnumerable<string> secrets) => forms =
    [
        .. secrets
            .Where(secret => secret.Length >= Shortest)
            .SelectMany(secret => secret.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length >= Shortest).Append(secret))
            .SelectMany(secret => new[] { secret, Uri.EscapeDataString(secret), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)) })
            .Distinct()
            .OrderByDescending(form => form.Length),
    ];

    public string Apply(string text)
    {
        foreach (var form in forms)
            text = text.Replace(form, Mask, StringComparison.Ordinal);
        return text;
    }
}
