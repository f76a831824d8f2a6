using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Monolith.Access.Contracts.Audit;
using Monolith.Kernel;

namespace Monolith.Access.Audit;

/// <summary>That this host began, by a digest with which settings: another digest is another one.</summary>
internal sealed class HostStart(IAuditLog audit, IConfiguration configuration, IEnumerable<SettingsSection> sections) : IHostedService
{
    // A digest of what is short and secret would tell it to whoever tries all.
    private static readonly string[] Secret = ["secret", "password", "key", "token", "connection"];

    public Task StartAsync(CancellationToken cancellationToken) =>
        audit.WriteAsync(new AuditEvent("host.start") { Detail = new Dictionary<string, string> { ["settings"] = Digest() } }, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private string Digest()
    {
        var settings = sections.SelectMany(section => configuration.GetSection(section.Name).AsEnumerable())
            .Where(setting => setting.Value is not null && !Secret.Any(word => setting.Key.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Distinct()
            .OrderBy(setting => setting.Key, StringComparer.OrdinalIgnoreCase)
            .Select(setting => $"{setting.Key.ToUpperInvariant()}={setting.Value}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', settings))));
    }
}
