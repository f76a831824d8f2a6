using System.Text.Json.Serialization;

namespace Monolith.Agents.Testing;

[JsonSerializable(typeof(ModelRecording))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
internal sealed partial class RecordingJson : JsonSerializerContext;
