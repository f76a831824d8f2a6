namespace Monolith.Plugins.Integration.Conflicts;

/// <summary>A file has lines of its own that look like markers of the size in use.</summary>
internal sealed class MarkerCollisionException(string path) : Exception
{
    public string Path => path;
}
