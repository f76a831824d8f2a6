using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Monolith.Mcp.Forwarding;

/// <summary>A request of the API that a tool makes.</summary>
/// <param name="Method">Of HTTP.</param>
/// <param name="Path">Below the host, such as <c>/api/v1/runs</c>; what a caller gave is escaped.</param>
internal sealed record ApiRequest(string Method, string Path)
{
    /// <summary>Names and values; those that are null are left out.</summary>
    public IReadOnlyList<(string Name, string? Value)> Query { get; init; } = [];

    /// <summary>Sent as JSON; null for none.</summary>
    public JsonObject? Body { get; init; }

    public string Accept { get; init; } = "application/json";

    public string? IdempotencyKey { get; init; }

    public QueryString QueryString => QueryString.Create(Query.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));

    public static ApiRequest Get(string path, params (string Name, string? Value)[] query) => new(HttpMethods.Get, path) { Query = query };

    public static ApiRequest Post(string path, JsonObject? body, params (string Name, string? Value)[] query) => new(HttpMethods.Post, path) { Body = body, Query = query };

    /// <summary>What stands for itself alone between two slashes.</summary>
    public static string Segment(string text) => text is "" or "." or ".." ? "-" : Uri.EscapeDataString(text);
}
