namespace Monolith.PluginFixtures.Good;

/// <summary>A class of the plugin's own that its agent asks for in its constructor.</summary>
public sealed class Greeting
{
    public string For(string name) => $"Hello, {name}!";
}
