namespace Monolith.Models.Api.Http;

/// <summary>The language models of this host.</summary>
/// <param name="Replay">Answers come from the journal alone.</param>
/// <param name="Content">Whether questions and answers are kept: <c>encrypted</c> or <c>off</c>.</param>
/// <param name="Providers">In the order in which they are asked.</param>
internal sealed record ModelsResponse(bool Replay, string Content, IReadOnlyList<ProviderResponse> Providers);

/// <summary>One provider.</summary>
/// <param name="Name">Its name in the configuration.</param>
/// <param name="Kind">The protocol: <c>anthropic</c>, <c>openai</c> or <c>ollama</c>.</param>
/// <param name="Model">The model asked of it.</param>
/// <param name="State"><c>ready</c>, <c>open</c> while it is left alone because most of its calls failed, <c>halfOpen</c> while one call at a time tries it.</param>
/// <param name="InputPerMillion">US dollars for a million tokens of questions.</param>
/// <param name="OutputPerMillion">US dollars for a million tokens of answers.</param>
internal sealed record ProviderResponse(string Name, string Kind, string Model, string State, decimal InputPerMillion, decimal OutputPerMillion);
