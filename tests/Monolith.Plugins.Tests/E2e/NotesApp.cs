using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Monolith.Plugins.Tests.E2e;

/// <summary>An application with pages: <c>dotnet Monolith.Plugins.Tests.dll notes</c>; its port is in PORT.</summary>
internal static class NotesApp
{
    public static async Task ServeAsync()
    {
        using var child = Process.Start("sleep", "1000");
        await File.WriteAllTextAsync("pids", string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId} {child.Id}"));
        await using var app = await StartAsync(int.Parse(Environment.GetEnvironmentVariable("PORT")!, CultureInfo.InvariantCulture));
        Console.WriteLine($"notes are served; the key is {Environment.GetEnvironmentVariable("APP_KEY")}");
        await app.WaitForShutdownAsync();
    }

    /// <summary>In this process; port 0 for any free one.</summary>
    public static async Task<WebApplication> StartAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var app = builder.Build();
        var visits = 0;
        app.MapGet("/", () => Page("Notes", NotesPage));
        app.MapGet("/login", () => Page("Sign in", LoginPage));
        app.MapPost("/login", (HttpRequest request) => Page("Welcome", $"<h1>Welcome {request.Form["user"]}</h1><p>You typed {request.Form["password"]}</p>")).DisableAntiforgery();
        // Broken at the first look and well at the second, as a flaky application is.
        app.MapGet("/flaky", () => Page("Flaky", Interlocked.Increment(ref visits) == 1 ? "<h1>Not yet</h1>" : "<h1>Ready</h1>"));
        app.MapGet("/api/status", (HttpRequest request) => Results.Text(
            $$"""{ "status": "well", "notes": [{ "text": "Tea", "done": true }], "key": "{{request.Headers["X-Key"]}}" }""", "application/json"));
        await app.StartAsync();
        return app;
    }

    private static IResult Page(string title, string body) => Results.Text(
        $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head><body><main>{body}</main></body></html>", "text/html");

    private const string NotesPage = """
        <h1>Notes</h1>
        <form id="add">
          <label>Note <input id="text" placeholder="What is it?"></label>
          <label>Size <select id="size"><option>Small</option><option>Large</option></select></label>
          <label><input type="checkbox" id="urgent"> Urgent</label>
          <button>Add</button>
        </form>
        <ul id="notes"></ul>
        <a href="/login">Sign in</a>
        <script>
          document.querySelector('#add').addEventListener('submit', event => {
            event.preventDefault();
            const item = document.createElement('li');
            item.dataset.testid = 'note';
            item.textContent = `${text.value} (${size.value}${urgent.checked ? ', urgent' : ''})`;
            notes.append(item);
            text.value = '';
          });
        </script>
        """;

    private const string LoginPage = """
        <h1>Sign in</h1>
        <form method="post" action="/login">
          <label>User <input name="user"></label>
          <label>Password <input name="password"></label>
          <button>Sign in</button>
        </form>
        """;
}
