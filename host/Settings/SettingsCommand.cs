using Monolith.Host.Startup;

namespace Monolith.Host.Settings;

/// <summary>What can be told of the settings without a start: <c>--check-config</c>, <c>settings schema</c>, <c>settings page</c>.</summary>
internal static class SettingsCommand
{
    public const string Check = "--check-config";

    /// <returns>0 when nothing is wrong.</returns>
    /// <exception cref="StartRefusedException">A setting is wrong; all that are wrong are named.</exception>
    public static int RunCheck(string[] args, TextWriter to)
    {
        var builder = Composition.CreateBuilder([.. args.Where(word => word != Check)], isDemo: true);
        if (SettingsCheck.Run(builder.Services, builder.Configuration, listens: false) is { Count: > 0 } problems)
            throw new StartRefusedException(problems);
        to.WriteLine("The configuration is good.");
        return 0;
    }

    /// <exception cref="StartRefusedException">The words are not understood.</exception>
    public static int Run(string[] words, TextWriter to)
    {
        if (words is not ["schema" or "page"])
            throw new StartRefusedException(["Type 'settings schema' for the JSON Schema of appsettings.json, or 'settings page' for the list of all settings."]);
        to.Write(words[0] == "schema" ? SettingsSchema.Write(Known()) : SettingsPage.Write(Known()));
        return 0;
    }

    public static IReadOnlyList<Setting> Known() => SettingsCatalog.Of(
        SettingsCheck.Sections(Composition.CreateBuilder([Composition.NoAddress], isDemo: true).Services));
}
