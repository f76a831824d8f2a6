using Monolith.Agents.Sdk;
using Monolith.Agents.Testing;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Authoring;

public sealed class ModelRecordingTests : IDisposable
{
    private readonly AgentTest test = new(new SampleAgent());
    private readonly TempFolder folder = new();

    public void Dispose()
    {
        folder.Dispose();
        test.Dispose();
    }

    [Fact]
    public async Task Record_ThenPlay_GivesTheSameAnswers()
    {
        var recorder = new ModelRecorder(new TestModels().Answer("Because.").CallTool("look", """{ "at": 1 }"""));
        await recorder.AskAsync(new(ModelMessage.User("Why?")), default);
        await recorder.AskAsync(new(ModelMessage.User("And?")), default);
        var file = Path.Combine(folder.Path, "answers.json");
        recorder.Recording.Save(file);

        test.Models.Play(ModelRecording.Load(file));
        (await test.RunAsync("ask")).Succeeded().HasOutput("answer", "Because.");
        var second = await test.Models.AskAsync(new(ModelMessage.User("And?")), default);

        Assert.Equal(1, Assert.Single(second.ToolCalls).Arguments.GetProperty("at").GetInt32());
        Assert.True(second.Recorded);
    }

    [Fact]
    public async Task Play_OtherQuestion_SaysBoth()
    {
        test.Models.Play(new([new RecordedAnswer("How?", "So.")]));

        var fault = await Assert.ThrowsAsync<AgentAssertionException>(() => test.RunAsync("ask"));

        Assert.Contains("answers 'How?', but the agent asks 'Why?'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_NoAnswerLeft_FailsAsOnAHostWithoutModels() =>
        (await test.RunAsync("ask")).FailedWith(AgentErrorCodes.LlmApiError, "no answer for question 1: Why?");

    [Theory]
    [InlineData("{}")]
    [InlineData("nonsense")]
    public void Load_NoRecording_SaysWhichFile(string text) =>
        Assert.Contains("answers.json: no recording", Assert.Throws<AgentAssertionException>(() => ModelRecording.Load(folder.File("answers.json", text))).Message, StringComparison.Ordinal);
}
