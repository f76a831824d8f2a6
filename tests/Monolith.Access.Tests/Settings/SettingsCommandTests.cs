using System.Text;
using Microsoft.Extensions.Configuration;
using Monolith.Host.Settings;
using Monolith.Host.Startup;

namespace Monolith.Access.Tests.Settings;

public sealed class SettingsCommandTests
{
    [Fact]
    public void Check_RightSettings_SaysSo()
    {
        using var said = new StringWriter();

        Assert.Equal(0, SettingsCommand.RunCheck(["--check-config", "--urls=http://127.0.0.1:1", "--Engine:Lease=00:00:20"], said));
        Assert.Equal("The configuration is good.", said.ToString().Trim());
    }

    [Fact]
    public void Check_WrongSettings_NamesAll()
    {
        var refused = Assert.Throws<StartRefusedException>(() => SettingsCommand.RunCheck(
            ["--check-config", "--urls=http://127.0.0.1:1", "--Engine:Lease=long", "--Scheduling:Workers=-1"], TextWriter.Null));

        Assert.Equal(["Engine:Lease", "Scheduling:Workers"], refused.Reasons.Select(reason => string.Join(':', reason.Split(':')[..2])).Order());
    }

    [Fact]
    public void Run_UnknownWord_SaysWhichThereAre() =>
        Assert.Contains("settings schema", Assert.Throws<StartRefusedException>(() => SettingsCommand.Run(["all"], TextWriter.Null)).Reasons[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("Egnine", "Is Engine meant?")]
    [InlineData("Secret", "Is Secrets meant?")]
    [InlineData("Somebodys", null)]
    public void UnknownSections_InAFile_AreToldWhenTheyLookLikeASlip(string section, string? said)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "{{section}}": { "Lease": "00:00:20" } }"""));
        var faults = UnknownSections.In(["Engine"], new ConfigurationBuilder().AddJsonStream(file).Build());

        Assert.Equal(said is null ? 0 : 1, faults.Count(fault => said is null || fault.Contains(said, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("--port=80", "port: There is no such setting. host/settings.md")]
    [InlineData("--Egnine:Lease=1", "Egnine: There is no such setting. Is Engine meant?")]
    [InlineData("--environment=Staging", null)]
    [InlineData("--Kestrel:Limits:MaxConcurrentConnections=9", null)]
    [InlineData("Engine:Lease=00:00:20", null)]
    public void UnknownSections_InTheCommandLine_AreToldWhateverTheyLookLike(string word, string? said)
    {
        var faults = UnknownSections.In(["Engine"], new ConfigurationBuilder().AddCommandLine([word]).Build()).ToList();

        Assert.Equal(said is null ? 0 : 1, faults.Count);
        Assert.StartsWith(said ?? "", faults.FirstOrDefault() ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--chek-config", "--chek-config: It has no value.")]
    [InlineData("--Engine:Lease --urls=http://localhost:1", "--Engine:Lease: It has no value.")]
    [InlineData("--Engine:Lease=00:00:20 serve", "serve: This sets nothing.")]
    [InlineData("--Engine:Lease 00:00:20 Storage:DataDirectory=x", null)]
    public void CreateBuilder_WordThatSetsNothing_IsRefused(string words, string? said)
    {
        var faults = ArgumentCheck.Run(words.Split(' ')).ToList();

        Assert.Equal(said is null ? 0 : 1, faults.Count);
        Assert.StartsWith(said ?? "", faults.FirstOrDefault() ?? "", StringComparison.Ordinal);
    }
}
