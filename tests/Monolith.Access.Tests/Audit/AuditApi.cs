using System.Text.Json;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Audit;

/// <summary>The trail as an admin reads it.</summary>
internal static class AuditApi
{
    public static async Task<IReadOnlyList<JsonElement>> EntriesAsync(this ApiClient admin, string query)
    {
        var (status, body) = await admin.SendAsync(HttpMethod.Get, $"/api/v1/audit?{query}");
        Assert.True(status == 200, body.ToString());
        return [.. body.GetProperty("entries").EnumerateArray()];
    }

    /// <returns>The export's path.</returns>
    public static async Task<string> ExportAsync(this ApiClient admin)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, await admin.Http.GetStringAsync("/api/v1/audit/export"));
        return path;
    }

    public static string Text(this JsonElement entry, string name) => entry.GetProperty(name).GetString()!;
}
