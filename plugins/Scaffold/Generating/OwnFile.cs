namespace Monolith.Plugins.Scaffold.Generating;

/// <summary>Writes a file so that it is there wholly or not at all, and through no link that a program of an earlier stage laid.</summary>
internal static class OwnFile
{
    public static void Write(string path, string text)
    {
        var aside = path + ".new";
        File.Delete(aside);
        File.WriteAllText(aside, text);
        File.Move(aside, path, overwrite: true);
    }
}
