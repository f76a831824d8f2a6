namespace Monolith.Plugins.Integration.Dependencies;

/// <summary>A package that has a newer version within the wanted step.</summary>
/// <param name="Package">Its name.</param>
/// <param name="Written">The version, or range, as the repository's files have it.</param>
/// <param name="From">The version in use.</param>
/// <param name="To">The newest one that is wanted.</param>
internal sealed record PackageUpdate(string Package, string Written, string From, string To)
{
    public override string ToString() => $"{Package} {From} -> {To}";
}
