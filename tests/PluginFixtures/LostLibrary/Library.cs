namespace Monolith.PluginFixtures.LostLibrary;

public static class Library
{
    public static string Text { get; } = "from the library";
}
