using System.IO.Compression;

namespace Monolith.Plugins.E2e.Secrets;

/// <summary>A trace is a zip of what the browser did, typed texts and sent bodies among it.</summary>
internal static class TraceFile
{
    public static async Task MaskAsync(string path, SecretText secrets)
    {
        if (!secrets.Any)
            return;
        var cleaned = path + ".masked";
        await using (var source = await ZipFile.OpenReadAsync(path))
        await using (var target = await ZipFile.OpenAsync(cleaned, ZipArchiveMode.Create))
        {
            foreach (var entry in source.Entries)
            {
                await using var from = await entry.OpenAsync();
                using var contents = new MemoryStream();
                await from.CopyToAsync(contents);
                await using var to = await target.CreateEntry(secrets.Mask(entry.FullName)).OpenAsync();
                await to.WriteAsync(secrets.Mask(contents.ToArray()));
            }
        }

        File.Move(cleaned, path, overwrite: true);
    }
}
