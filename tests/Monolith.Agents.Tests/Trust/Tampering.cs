using Monolith.Agents.Tests.Support;
using Monolith.Agents.Trust;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Trust;

/// <summary>What can be wrong with a plugin of the publisher <c>acme</c>.</summary>
internal static class Tampering
{
    public static void Do(string how, string folder, Publishers publishers)
    {
        var assembly = Path.Combine(folder, "Monolith.PluginFixtures.Marking.dll");
        var signature = Path.Combine(folder, PluginSignature.FileName);
        if (how == "unsigned")
            return;
        publishers.Sign(folder, how == "unknown" ? "stranger" : "acme");
        switch (how)
        {
            case "impostor":
                publishers.Sign(folder, "stranger");
                File.WriteAllText(signature, File.ReadAllText(signature).Replace("stranger", "acme", StringComparison.Ordinal));
                break;
            case "changed":
                var bytes = File.ReadAllBytes(assembly);
                bytes[^1] ^= 1;
                File.WriteAllBytes(assembly, bytes);
                break;
            case "added":
                File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "more")).FullName, "note.txt"), "");
                break;
            case "removed":
                File.Delete(Path.ChangeExtension(assembly, ".pdb"));
                break;
            case "renamed":
                File.Move(Path.ChangeExtension(assembly, ".pdb"), Path.Combine(folder, "other.pdb"));
                break;
            case "another's":
                using (var other = new TempFolder())
                {
                    var signed = PluginFixture.Copy("Good", other.Path);
                    publishers.Sign(signed, "acme");
                    File.Copy(Path.Combine(signed, PluginSignature.FileName), signature, overwrite: true);
                }

                break;
            case "damaged":
                File.AppendAllText(signature, "}");
                break;
        }
    }
}
