using System.Text.Json;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Workers.Protocol;

/// <summary>A program that an agent wants run, and what came of it.</summary>
internal static class ProgramMessage
{
    public static void Write(Utf8JsonWriter json, ProgramSpec program)
    {
        json.WriteStartObject("program");
        json.WriteString("fileName", program.FileName);
        json.WriteStartArray("arguments");
        foreach (var argument in program.Arguments)
            json.WriteStringValue(argument);
        json.WriteEndArray();
        if (program.WorkingFolder is { } folder)
            json.WriteString("workingFolder", folder);
        json.WriteStartObject("environment");
        foreach (var (name, value) in program.Environment)
            json.WriteString(name, value);
        json.WriteEndObject();
        if (program.StandardInput is { } input)
            json.WriteString("standardInput", input);
        json.WriteBoolean("logOutput", program.LogOutput);
        json.WriteBoolean("lines", program.OnLine is not null);
        json.WriteEndObject();
    }

    /// <param name="request">With a <c>program</c>.</param>
    /// <param name="onLine">Hears the lines, if the agent wants them.</param>
    public static ProgramSpec Read(JsonElement request, Action<string> onLine)
    {
        var program = Wire.Find(request, "program") ?? throw new WireException("sent no 'program'");
        return new(Wire.Text(program, "fileName"), Wire.Texts(program, "arguments"))
        {
            WorkingFolder = Wire.OptionalText(program, "workingFolder"),
            Environment = Wire.Members(program, "environment").ToDictionary(variable => variable.Name, variable => variable.Value.GetString(), StringComparer.Ordinal),
            StandardInput = Wire.OptionalText(program, "standardInput"),
            LogOutput = Wire.Flag(program, "logOutput", otherwise: true),
            OnLine = Wire.Flag(program, "lines") ? onLine : null,
        };
    }

    public static void Write(Utf8JsonWriter json, ProgramResult result)
    {
        json.WriteStartObject("value");
        json.WriteNumber("exitCode", result.ExitCode);
        json.WriteString("standardOutput", result.StandardOutput);
        json.WriteString("standardError", result.StandardError);
        json.WriteNumber("durationMilliseconds", result.Duration.TotalMilliseconds);
        json.WriteEndObject();
    }

    public static ProgramResult Result(JsonElement value) => new(
        (int)Wire.Number(value, "exitCode"),
        Wire.Text(value, "standardOutput"),
        Wire.Text(value, "standardError"),
        TimeSpan.FromMilliseconds(Wire.OptionalDouble(value, "durationMilliseconds") ?? 0));
}
