using System.Text.Json;

namespace Monolith.Client;

/// <summary>What the host refused, or an answer that cannot be read. Its message says why and how to mend it.</summary>
public sealed class MonolithException : Exception
{
    internal MonolithException(
        string message, int status, string? response, IReadOnlyDictionary<string, IEnumerable<string>> headers, Exception? innerException)
        : this(Told.Of(message, response), status, response, innerException)
    {
    }

    private MonolithException(Told told, int status, string? response, Exception? innerException)
        : base(told.Message, innerException)
    {
        Status = status;
        Response = response;
        Code = told.Code;
        Errors = told.Errors;
        Hint = told.Hint;
        IsRetryable = told.IsRetryable;
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The error's code, such as <c>NOT_FOUND</c>; the host's page <c>/errors</c> explains each. Null when the answer was no problem of the host's.</summary>
    public string? Code { get; }

    /// <summary>Every fault, with its place in the request where it has one.</summary>
    public IReadOnlyList<ApiError> Errors { get; }

    /// <summary>A line for each fault: its place and what is wrong; the message when there are none.</summary>
    public IEnumerable<string> Reasons =>
        Errors.Count == 0 ? [Message] : Errors.Select(error => error.Path is { Length: > 0 } path ? $"{path}: {error.Message}" : error.Message);

    /// <summary>How to mend it.</summary>
    public string? Hint { get; }

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsRetryable { get; }

    /// <summary>The body of the answer.</summary>
    public string? Response { get; }

    internal static async Task<MonolithException> OfAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return new MonolithException($"The host answered {(int)answer.StatusCode}.", (int)answer.StatusCode, text, new Dictionary<string, IEnumerable<string>>(), null);
    }

    private sealed record Told(string Message, string? Code, IReadOnlyList<ApiError> Errors, string? Hint, bool IsRetryable)
    {
        public static Told Of(string message, string? response)
        {
            try
            {
                return string.IsNullOrWhiteSpace(response) || JsonSerializer.Deserialize<Problem>(response, JsonSerializerOptions.Web) is not { Code: { } code } problem
                    ? new(message, null, [], null, false)
                    : new(problem.Detail ?? problem.Title ?? message, code, problem.Errors ?? [], problem.Hint, problem.Retryable);
            }
            catch (JsonException)
            {
                return new(message, null, [], null, false);
            }
        }
    }

    private sealed record Problem(string? Title, string? Detail, string? Code, IReadOnlyList<ApiError>? Errors, string? Hint, bool Retryable);
}
