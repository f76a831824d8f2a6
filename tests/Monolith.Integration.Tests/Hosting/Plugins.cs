namespace Monolith.Integration.Tests.Hosting;

/// <summary>Puts plugins where a user would.</summary>
internal static class Plugins
{
    public static void Drop(string dataFolder, string name, string from)
    {
        var to = Directory.CreateDirectory(Path.Combine(dataFolder, "plugins", name)).FullName;
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    public static void DropBroken(string dataFolder, string name)
    {
        var to = Directory.CreateDirectory(Path.Combine(dataFolder, "plugins", name)).FullName;
        File.WriteAllText(Path.Combine(to, name + ".dll"), "this is no assembly");
    }
}
