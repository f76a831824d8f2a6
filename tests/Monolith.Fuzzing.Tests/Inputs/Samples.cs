namespace Monolith.Fuzzing.Tests.Inputs;

/// <summary>Good inputs that mutants are made of.</summary>
internal static class Samples
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Samples");

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static byte[] OfSource(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, name));

    public static IReadOnlyList<byte[]> All(string pattern, string within = "") =>
        [.. Directory.GetFiles(Path.Combine(Folder, within), pattern).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
}
