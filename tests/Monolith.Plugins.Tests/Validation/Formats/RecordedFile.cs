namespace Monolith.Plugins.Tests.Validation.Formats;

/// <summary>What real tools wrote and printed.</summary>
internal static class RecordedFile
{
    public static string At(string name) => Path.Combine(AppContext.BaseDirectory, "Recorded", "validation", name);

    public static string Text(string name) => File.ReadAllText(At(name));
}
