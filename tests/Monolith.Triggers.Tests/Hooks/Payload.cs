using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Monolith.Triggers.Hooks;

namespace Monolith.Triggers.Tests.Hooks;

/// <summary>Payloads as GitHub and GitLab publish them as examples.</summary>
internal static class Payload
{
    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Hooks", "Payloads", $"{name}.json"));

    public static JsonElement Json(string name) => JsonDocument.Parse(Bytes(name)).RootElement;

    public static string Text(string name) => System.Text.Encoding.UTF8.GetString(Bytes(name));

    public static HookRequest Request(byte[] body, params (string Name, string Value)[] headers) => Request(body, "application/json", headers);

    public static HookRequest Request(byte[] body, string contentType, params (string Name, string Value)[] headers)
    {
        var all = new HeaderDictionary();
        foreach (var (name, value) in headers)
            all[name] = value;
        return new HookRequest(all, contentType, body);
    }
}
