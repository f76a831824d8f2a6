namespace Monolith.Host.Settings.SecretFiles;

/// <summary>A folder with a file for each secret: the file's name is the secret's, what is in it the value, without the line feed at its end.</summary>
/// <param name="Folder">Such as where Kubernetes mounts a secret.</param>
/// <param name="Time">By which the folder is looked at again.</param>
internal sealed record SecretFilesSource(string Folder, TimeProvider Time) : IConfigurationSource
{
    /// <summary>The setting that names the folder.</summary>
    public const string Setting = "SecretFiles:Folder";

    public IConfigurationProvider Build(IConfigurationBuilder builder) => new SecretFilesProvider(this);

    /// <returns>What is wrong with the setting's value; null when nothing is.</returns>
    public static string? Fault(string folder) => Directory.Exists(folder) ? null : $"There is no folder '{folder}'. Make it, with a file for each secret.";
}
