using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Monolith.Triggers.Tests.Hooks;

namespace Monolith.Triggers.Tests.Support;

/// <summary>The parts of both forges' APIs that are asked, on loopback: a folder's listing, files as they are, commit statuses.</summary>
internal sealed class ForgeServer : IAsyncDisposable
{
    private Receiver? receiver;

    public string Address => receiver!.Address;

    /// <summary>Definitions by name.</summary>
    public Dictionary<string, string> Files { get; } = [];

    /// <summary>Null for the recorded one.</summary>
    public string? Listing { get; set; }

    /// <summary>Given how many requests came before; 0 for what is asked.</summary>
    public Func<int, HttpContext, int> Fault { get; set; } = (_, _) => 0;

    /// <summary>What was asked for, as it was written, without the address's own path.</summary>
    public List<string> Asked { get; } = [];

    public IEnumerable<Received> Statuses => receiver!.All.Where(request => request.Path.Contains("/statuses/", StringComparison.Ordinal));

    public IEnumerable<Received> All => receiver!.All;

    public static async Task<ForgeServer> StartAsync()
    {
        var forge = new ForgeServer();
        forge.receiver = await Receiver.StartAsync(forge.AnswerAsync);
        return forge;
    }

    public ValueTask DisposeAsync() => receiver!.DisposeAsync();

    private Task AnswerAsync(int before, HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget["/hook".Length..];
        lock (Asked)
            Asked.Add(target);
        var file = Files.FirstOrDefault(file => target.Contains($".monolith/{file.Key}?", StringComparison.Ordinal) || target.Contains($".monolith%2F{file.Key}/raw?", StringComparison.Ordinal));
        var (status, body) = target switch
        {
            _ when Fault(before, http) is > 0 and var fault => (fault, ""),
            _ when http.Request.Method == "POST" => (201, "{}"),
            _ when file.Key is not null => (200, file.Value),
            _ when target.Contains("/contents/.monolith?", StringComparison.Ordinal) => (200, Listing ?? Payload.Text("github-contents")),
            _ when target.Contains("/repository/tree?", StringComparison.Ordinal) => (200, Listing ?? Payload.Text("gitlab-tree")),
            _ => (404, """{"message":"Not Found"}"""),
        };
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(body);
    }
}
