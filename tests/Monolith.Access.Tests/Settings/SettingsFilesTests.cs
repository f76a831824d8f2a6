using System.Reflection;
using System.Text.Json;
using Monolith.Host.Settings;

namespace Monolith.Access.Tests.Settings;

public sealed class SettingsFilesTests
{
    private const string Mend = "dotnet cake --target Settings writes it anew.";

    [Fact]
    public void Schema_InTheRepository_IsThatOfTheOptions() =>
        Assert.True(File("appsettings.schema.json") == SettingsSchema.Write(SettingsCommand.Known()), Mend);

    [Fact]
    public void Page_InTheRepository_IsThatOfTheOptions() =>
        Assert.True(File("settings.md") == SettingsPage.Write(SettingsCommand.Known()), Mend);

    [Fact]
    public void Catalogue_EverySetting_HasAMeaning() => Assert.All(SettingsCommand.Known(), setting => Assert.True(setting.Description.Length > 0, setting.Path));

    [Fact]
    public void Schema_Options_HaveTypeRangeDefaultAndMeaning()
    {
        var engine = Properties(Properties(SettingsSchema.Of(SettingsCommand.Known()).Deserialize<JsonElement>()).GetProperty("Engine"));

        var lease = engine.GetProperty("Lease");
        Assert.Equal(("string", "00:00:15"), (lease.GetProperty("type").GetString(), lease.GetProperty("default").GetString()));
        Assert.NotEmpty(lease.GetProperty("description").GetString()!);
        var agent = Properties(engine.GetProperty("Agents").GetProperty("additionalProperties"));
        Assert.Equal(10_000, agent.GetProperty("MaxConcurrent").GetProperty("maximum").GetInt32());
        Assert.Contains("Always", engine.GetProperty("KeepWorkspaces").GetProperty("enum").EnumerateArray().Select(name => name.GetString()));
    }

    private static JsonElement Properties(JsonElement schema) => schema.GetProperty("properties");

    private static string File(string name) => System.IO.File.ReadAllText(Path.Combine(
        typeof(SettingsFilesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "HostProject").Value!, name));
}
