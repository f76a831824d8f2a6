using Microsoft.Extensions.AI;
using Monolith.Agents.Extensions.AI;
using Monolith.Agents.Sdk;
using Monolith.Agents.Testing;

namespace Monolith.Agents.Tests.Authoring;

public sealed class ChatClientTests
{
    private readonly TestModels models = new();

    [Fact]
    public async Task GetResponse_ConversationAndOptions_ArriveInTheSdksWords()
    {
        models.Answer(_ => new ModelAnswer("\"Fine.\"") { Provider = "p", Model = "m", InputTokens = 3, OutputTokens = 4, Truncated = true });
        var call = new FunctionCallContent("1", "look", new Dictionary<string, object?> { ["at"] = 2 });
        ChatMessage[] messages = [new(ChatRole.System, "Be brief."), new(ChatRole.User, "How?"), new(ChatRole.Assistant, [call]), new(ChatRole.Tool, [new FunctionResultContent("1", new { fine = true })])];
        var options = new ChatOptions
        {
            Instructions = "Be kind.",
            MaxOutputTokens = 9,
            Tools = [AIFunctionFactory.Create(() => 1, "look", "Looks.")],
            ResponseFormat = ChatResponseFormat.ForJsonSchema(System.Text.Json.JsonElement.Parse("""{"type":"object"}""")),
        };

        var response = await models.AsChatClient("a test").GetResponseAsync(messages, options);

        var request = Assert.Single(models.Requests);
        Assert.Equal(("Be kind.\n\nBe brief.", 9, "a test", """{"type":"object"}"""), (request.System, request.MaxTokens, request.Purpose, request.Schema));
        Assert.Equal([ModelRole.User, ModelRole.Assistant, ModelRole.Tool], request.Messages.Select(message => message.Role));
        Assert.Equal("""look {"at":2}""", $"{request.Messages[1].ToolCalls[0].Name} {request.Messages[1].ToolCalls[0].Arguments.GetRawText()}");
        Assert.Equal(("1", """{"fine":true}"""), (request.Messages[2].ToolCallId, request.Messages[2].Text));
        Assert.Equal(("look", "Looks."), (request.Tools[0].Name, request.Tools[0].Description));
        Assert.Equal(("\"Fine.\"", "m", ChatFinishReason.Length, 7), (response.Text, response.ModelId, response.FinishReason, response.Usage?.TotalTokenCount));
    }

    [Fact]
    public async Task GetResponse_Tool_IsCalledAndItsResultGoesBack()
    {
        models.CallTool("double", """{ "n": 21 }""").Answer(request => TestModels.TextAnswer($"It is {request.Messages[^1].Text}."));
        using var client = new FunctionInvokingChatClient(models.AsChatClient());

        var response = await client.GetResponseAsync("What?", new ChatOptions { Tools = [AIFunctionFactory.Create((int n) => 2 * n, "double")] });

        Assert.Equal("It is 42.", response.Text);
    }

    [Fact]
    public async Task GetStreamingResponse_Answer_IsOnePiece()
    {
        models.Answer("Whole.");

        Assert.Equal(["Whole."], (await models.AsChatClient().GetStreamingResponseAsync("?").ToListAsync()).Select(update => update.Text).Where(text => text.Length > 0));
    }

    [Fact]
    public async Task GetResponse_Image_IsRefusedByName()
    {
        ChatMessage image = new(ChatRole.User, [new DataContent(new byte[1], "image/png")]);

        var fault = await Assert.ThrowsAsync<ModelException>(() => models.AsChatClient().GetResponseAsync([image]));

        Assert.Equal(AgentErrorCodes.TaskValidationFailed, fault.Code);
        Assert.Contains("DataContent", fault.Message, StringComparison.Ordinal);
    }
}
