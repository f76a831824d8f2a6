using System.Text.Json.Nodes;
using Monolith.Models.Tests.Support.Scripted;

namespace Monolith.Integration.Tests.Models;

/// <summary>What a model says that is sure of how the one conflict it is asked about goes together.</summary>
internal static class ScriptedMerge
{
    public static Reply.Answer To(string text) => new(question => new JsonObject
    {
        ["resolutions"] = new JsonArray(new JsonObject
        {
            ["id"] = JsonNode.Parse(question)!["conflicts"]![0]!["id"]!.GetValue<string>(),
            ["text"] = text,
            ["confidence"] = 95,
            ["reason"] = "Both say what the shop is.",
        }),
    }.ToJsonString());
}
