using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Monolith.Triggers.Tests.Support;

/// <summary>Checks as the specification says it, not as the module does it.</summary>
internal static class StandardWebhooks
{
    public static string Signature(string secret, Received received)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Convert.FromBase64String(secret["whsec_".Length..]));
        Assert.True(long.Parse(received.Headers["webhook-timestamp"], CultureInfo.InvariantCulture) >= 1_767_323_045);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{received.Headers["webhook-id"]}.{received.Headers["webhook-timestamp"]}."));
        hmac.AppendData(received.Body);
        return Convert.ToBase64String(hmac.GetHashAndReset());
    }
}
