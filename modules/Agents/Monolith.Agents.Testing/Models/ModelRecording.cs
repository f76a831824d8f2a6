using System.Text.Json;

namespace Monolith.Agents.Testing;

/// <summary>
/// Answers of a language model as a file: <c>{ "answers": [ { "question": "", "text": "", "toolCalls": [ { "id": "", "name": "", "arguments": {} } ],
/// "truncated": false, "provider": "", "model": "" } ] }</c>. The question is the text of the request's last message.
/// </summary>
/// <param name="Answers">In the order they were given.</param>
public sealed record ModelRecording(IReadOnlyList<RecordedAnswer> Answers)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="AgentAssertionException">It is no recording.</exception>
    public static ModelRecording Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), RecordingJson.Default.ModelRecording) is { Answers: not null } recording
                ? recording
                : throw new AgentAssertionException($"{path}: no recording; it wants an object with a list 'answers'.");
        }
        catch (JsonException fault)
        {
            throw new AgentAssertionException($"{path}: no recording: {fault.Message}");
        }
    }

    /// <summary>Writes a file, indented, for people to read and change.</summary>
    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, RecordingJson.Default.ModelRecording) + "\n");
}
