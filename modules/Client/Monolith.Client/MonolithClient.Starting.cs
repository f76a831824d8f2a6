using System.Net.Http.Json;

namespace Monolith.Client;

/// <summary>Runs of definitions as text.</summary>
public partial class MonolithClient
{
    /// <summary>Starts a run of a definition. One without inputs is run as it is; one with inputs is stored under its name first.</summary>
    /// <param name="definition">YAML or JSON.</param>
    /// <param name="request">What else the run is started with; its pipeline is left out of account.</param>
    /// <param name="project">In this project; null for the caller's only one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="MonolithException">It is refused; <see cref="MonolithException.Errors"/> has every fault with its place.</exception>
    public async Task<RunResponse> StartDefinitionAsync(
        string definition, StartRunRequest request, string? project = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request == new StartRunRequest())
            return await StartTextAsync(definition, project, cancellationToken).ConfigureAwait(false);
        var valid = await ValidatePipelineAsync(definition, cancellationToken).ConfigureAwait(false);
        await PutPipelineAsync(valid.Name, definition, project, cancellationToken).ConfigureAwait(false);
        return await StartRunAsync(request with { Pipeline = valid.Name }, project: project, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    private async Task<RunResponse> StartTextAsync(string definition, string? project, CancellationToken cancellationToken)
    {
        var body = Body(definition);
        using var content = new StreamContent(body.Data) { Headers = { ContentType = new(body.ContentType!) } };
        var path = project is null ? "api/v1/runs" : $"api/v1/runs?project={Uri.EscapeDataString(project)}";
        using var answer = await _httpClient.PostAsync(path, content, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<RunResponse>(JsonSerializerSettings, cancellationToken).ConfigureAwait(false))!
            : throw await MonolithException.OfAsync(answer, cancellationToken).ConfigureAwait(false);
    }
}
