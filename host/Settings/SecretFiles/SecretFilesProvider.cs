namespace Monolith.Host.Settings.SecretFiles;

/// <summary>
/// The files as the section <c>Secrets</c>, read anew every 5 s: Kubernetes replaces them all by moving one link, which is no event of the files
/// that are watched.
/// </summary>
internal sealed class SecretFilesProvider(SecretFilesSource source) : ConfigurationProvider, IDisposable
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private const int MaxBytes = 64 << 10;
    private ITimer? timer;

    public override void Load()
    {
        Data = Read();
        timer ??= source.Time.CreateTimer(_ => LookAgain(), null, Interval, Interval);
    }

    public void Dispose() => timer?.Dispose();

    private void LookAgain()
    {
        var now = Read();
        if (now.Count == Data.Count && now.All(secret => Data.TryGetValue(secret.Key, out var value) && value == secret.Value))
            return;
        Data = now;
        OnReload();
    }

    /// <summary>What cannot be read, as while the link moves, stays what it was.</summary>
    private Dictionary<string, string?> Read()
    {
        try
        {
            return new DirectoryInfo(source.Folder).EnumerateFiles()
                // Among them Kubernetes' own links, ..data and others.
                .Where(file => !file.Name.StartsWith('.') && (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length <= MaxBytes)
                .ToDictionary(file => $"Secrets:{file.Name}", file => (string?)ValueOf(File.ReadAllText(file.FullName)), StringComparer.OrdinalIgnoreCase);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return new Dictionary<string, string?>(Data, StringComparer.OrdinalIgnoreCase);
        }
    }

    private static string ValueOf(string text) => text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
}
