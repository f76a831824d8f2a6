using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Monolith.Plugins.Tests.E2e;

namespace Monolith.Plugins.Tests;

/// <summary>A program to start in tests: <c>dotnet Monolith.Plugins.Tests.dll serve|ignore|break|app PORT</c>, or <c>notes</c>.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments[0] == "break")
        {
            await Console.Error.WriteLineAsync("no database");
            return 3;
        }

        if (arguments[0] == "app")
        {
            await Deployment.SampleApp.RunAsync(arguments);
            return 0;
        }

        if (arguments[0] == "notes")
        {
            await NotesApp.ServeAsync();
            return 0;
        }

        using var child = Process.Start("sleep", "1000");
        await File.WriteAllTextAsync("pids", string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId} {child.Id}"));
        if (arguments[0] == "serve")
        {
            await ServeAsync(arguments[1], child);
        }

        await Task.Delay(Timeout.InfiniteTimeSpan);
        return 0;
    }

    private static async Task ServeAsync(string port, Process child)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        app.Run(http =>
        {
            if (http.Request.Path == "/die")
            {
                child.Kill();
                Process.GetCurrentProcess().Kill();
            }

            return http.Response.WriteAsync($"{http.Request.Path} {Environment.GetEnvironmentVariable("GREETING")}");
        });
        await app.RunAsync();
    }
}
