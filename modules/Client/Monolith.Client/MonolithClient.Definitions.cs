using System.Globalization;
using System.Text;

namespace Monolith.Client;

/// <summary>Definitions as text.</summary>
public partial class MonolithClient
{
    /// <summary>Stores a version of a pipeline.</summary>
    /// <param name="name">The pipeline's name, which must be the definition's.</param>
    /// <param name="definition">YAML or JSON.</param>
    /// <param name="project">In this project; null for the caller's only one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="MonolithException">It is refused; <see cref="MonolithException.Errors"/> has every fault with its place.</exception>
    public Task<PipelineResponse> PutPipelineAsync(string name, string definition, string? project = null, CancellationToken cancellationToken = default) =>
        PutPipelineAsync(name, Body(definition), project, cancellationToken: cancellationToken);

    /// <summary>Checks a definition and stores nothing.</summary>
    /// <param name="definition">YAML or JSON.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="MonolithException">It is wrong; <see cref="MonolithException.Errors"/> has every fault with its place.</exception>
    public Task<ValidationResponse> ValidatePipelineAsync(string definition, CancellationToken cancellationToken = default) =>
        ValidatePipelineAsync(Body(definition), cancellationToken);

    /// <summary>Reads a pipeline as its author wrote it, comments and all.</summary>
    /// <param name="name">The pipeline's name.</param>
    /// <param name="version">An older version; null for the newest.</param>
    /// <param name="project">Only if it is of this project.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="MonolithException">There is no such pipeline or version.</exception>
    public async Task<string> GetPipelineSourceAsync(string name, int? version = null, string? project = null, CancellationToken cancellationToken = default)
    {
        string[] query = [.. Query("version", version?.ToString(CultureInfo.InvariantCulture)), .. Query("project", project)];
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/v1/pipelines/{Uri.EscapeDataString(name)}?{string.Join('&', query)}");
        request.Headers.Accept.ParseAdd("application/yaml");
        using var answer = await _httpClient.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false)
            : throw await MonolithException.OfAsync(answer, cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<string> Query(string name, string? value) => value is null ? [] : [$"{name}={Uri.EscapeDataString(value)}"];

    // Braces first make it JSON; YAML would take that too, but say other things of its mistakes.
    private static FileParameter Body(string definition) => new(
        new MemoryStream(Encoding.UTF8.GetBytes(definition)), "definition",
        definition.TrimStart().StartsWith('{') ? "application/json" : "application/yaml");
}
