using System.Text.Json;
using Monolith.Agents.Contracts;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Workers.Protocol;

/// <summary>An agent of <c>ready</c>.</summary>
internal static class DescriptorMessage
{
    public static void Write(Utf8JsonWriter json, AgentListing agent)
    {
        json.WriteStartObject();
        json.WriteString("name", agent.Name);
        json.WriteString("version", agent.Version);
        json.WriteString("description", agent.Description);
        json.WriteStartArray("actions");
        foreach (var action in agent.Actions)
        {
            json.WriteStartObject();
            json.WriteString("name", action.Name);
            json.WriteString("description", action.Description);
            json.WritePropertyName("parametersSchema");
            action.ParametersSchema.WriteTo(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (agent.Capabilities is { } capabilities)
            Write(json, capabilities);
        json.WriteEndObject();
    }

    public static AgentDescriptor Read(JsonElement agent) => new(
        Wire.Text(agent, "name"),
        Wire.Text(agent, "version"),
        Wire.OptionalText(agent, "description") ?? "",
        [.. Wire.Items(agent, "actions").Select(Action)])
    {
        Capabilities = Wire.Find(agent, "capabilities") is { } capabilities ? Capabilities(capabilities) : null,
    };

    private static AgentAction Action(JsonElement action) => new(
        Wire.Text(action, "name"),
        Wire.OptionalText(action, "description") ?? "",
        Wire.Find(action, "parametersSchema") is { } schema ? schema.GetRawText() : "{}");

    private static void Write(Utf8JsonWriter json, AgentCapabilities capabilities)
    {
        json.WriteStartObject("capabilities");
        Write(json, "hosts", capabilities.Hosts);
        Write(json, "secrets", capabilities.Secrets);
        Write(json, "tools", capabilities.Tools);
        Write(json, "writablePaths", capabilities.WritablePaths);
        Write(json, "readablePaths", capabilities.ReadablePaths);
        if (capabilities.Unconfined is { } why)
            json.WriteString("unconfined", why);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static AgentCapabilities Capabilities(JsonElement capabilities) => new()
    {
        Hosts = Wire.Texts(capabilities, "hosts"),
        Secrets = Wire.Find(capabilities, "secrets") is null ? ["*"] : Wire.Texts(capabilities, "secrets"),
        Tools = Wire.Find(capabilities, "tools") is null ? ["*"] : Wire.Texts(capabilities, "tools"),
        WritablePaths = Wire.Texts(capabilities, "writablePaths"),
        ReadablePaths = Wire.Texts(capabilities, "readablePaths"),
        Unconfined = Wire.OptionalText(capabilities, "unconfined"),
    };
}
