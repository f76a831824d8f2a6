using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Health;

/// <summary>One answer of a health address: its status, how one component is, and how long it took.</summary>
internal sealed record HealthReport(HttpStatusCode Code, string Status, string Component, string Message, TimeSpan Took)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    public static async Task<HealthReport> ReadAsync(HttpClient http, string component, string path = "/health/detailed")
    {
        var clock = Stopwatch.StartNew();
        using var response = await http.GetAsync(path);
        var report = await response.JsonAsync();
        var part = report.GetProperty("components").GetProperty(component);
        return new HealthReport(response.StatusCode, Text(report, "status"), Text(part, "status"), Text(part, "message"), clock.Elapsed);
    }

    /// <summary>Probes until the component is as it should be. Each probe on the way is answered in time and with a full report.</summary>
    public static async Task<HealthReport> UntilAsync(HttpClient http, string component, string status, TimeSpan within)
    {
        var clock = Stopwatch.StartNew();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var report = await ReadAsync(http, component);
            Assert.True(report.Took < Limit, $"The report took {report.Took}.");
            Assert.Contains(report.Code, new[] { HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable });
            if (report.Component == status)
                return report with { Took = clock.Elapsed };
            Assert.True(clock.Elapsed < within, $"{component} is {report.Component} ({report.Message}) after {clock.Elapsed}.");
            await pause.WaitForNextTickAsync();
        }
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
