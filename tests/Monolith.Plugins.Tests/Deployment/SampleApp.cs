using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Monolith.Plugins.Tests.Deployment;

/// <summary>
/// An application to deploy: <c>app PORT VERSION FAULT</c>. Every path answers the version; <c>/slow</c> when the file that RELEASE_FILE names
/// is there. A fault: <c>sick</c> answers its health with 500, <c>failing</c> everything else, <c>late</c> answers everything else late, <c>crash</c> ends before
/// it listens; if FAULT_FILE names a file, only once that is there.
/// </summary>
internal static class SampleApp
{
    public static async Task RunAsync(string[] arguments)
    {
        var (port, version, fault) = (arguments[1], arguments[2], arguments[3]);
        if (fault == "crash" && IsFaulty())
        {
            await Console.Error.WriteLineAsync($"no licence {Environment.GetEnvironmentVariable("TOKEN")}".TrimEnd());
            return;
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        app.Run(async http =>
        {
            var health = http.Request.Path == "/health";
            http.Response.StatusCode = IsFaulty() && ((health && fault == "sick") || (!health && fault == "failing")) ? 500 : 200;
            if (!health && fault == "late")
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }

            if (http.Request.Path == "/slow")
            {
                await http.Response.WriteAsync("begun ");
                await http.Response.Body.FlushAsync();
                await AppearsAsync(Environment.GetEnvironmentVariable("RELEASE_FILE")!);
            }

            await http.Response.WriteAsync($"{version} {Environment.GetEnvironmentVariable("TOKEN")}".TrimEnd());
        });
        await app.RunAsync();
    }

    private static bool IsFaulty() => Environment.GetEnvironmentVariable("FAULT_FILE") is not { } file || File.Exists(file);

    private static async Task AppearsAsync(string file)
    {
        while (!File.Exists(file))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }
}
