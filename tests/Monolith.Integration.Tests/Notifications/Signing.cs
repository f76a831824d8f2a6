using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Monolith.Integration.Tests.Notifications;

/// <summary>What receivers share with the host, and how they check it.</summary>
internal static class Signing
{
    private const string Key = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    public static readonly (string, string)[] Settings =
        [("Notifications__AllowPrivateNetworks", "true"), ("Notifications__Secrets__default", $"whsec_{Key}")];

    public static void AssertSigned(Webhook webhook)
    {
        Assert.True(long.Parse(webhook.Timestamp, CultureInfo.InvariantCulture) > 0);
        byte[] content = [.. Encoding.UTF8.GetBytes($"{webhook.Id}.{webhook.Timestamp}."), .. webhook.Body];
        Assert.Equal($"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Key), content))}", webhook.Signature);
    }
}
