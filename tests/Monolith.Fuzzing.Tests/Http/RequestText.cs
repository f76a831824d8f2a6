using System.Text;
using Monolith.Fuzzing.Tests.Inputs;

namespace Monolith.Fuzzing.Tests.Http;

/// <summary>Requests as people write them into <c>.http</c> files, and back, whatever has become of them.</summary>
internal static class RequestText
{
    private static readonly string[] Separator = ["###\n"];

    /// <param name="run">Stands where the file says RUN.</param>
    public static IReadOnlyList<byte[]> Samples(Guid run) =>
    [
        .. Encoding.UTF8.GetString(Inputs.Samples.Read("requests.http")).Split(Separator, StringSplitOptions.None)
            .Select(text => Encoding.UTF8.GetBytes(text.Replace("RUN", run.ToString(), StringComparison.Ordinal))),
    ];

    /// <returns>Null when it is no request that a client could send.</returns>
    public static HttpRequestMessage? Read(Mutant mutant)
    {
        var bytes = mutant.Bytes;
        var gap = bytes.AsSpan().IndexOf("\n\n"u8);
        var head = Encoding.UTF8.GetString(gap < 0 ? bytes : bytes[..gap]).Split('\n');
        if (head[0].Split(' ', 2) is not [var method, var target] || !method.All(char.IsAsciiLetterUpper) || method.Length == 0
            || !Uri.TryCreate(target, UriKind.Relative, out var uri) || !target.StartsWith('/') || target.StartsWith("//", StringComparison.Ordinal))
        {
            return null;
        }

        var request = new HttpRequestMessage(new HttpMethod(method), uri);
        if (gap >= 0)
            request.Content = new ByteArrayContent(bytes[(gap + 2)..]);
        foreach (var header in head.Skip(1).Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2))
        {
            if (!request.Headers.TryAddWithoutValidation(header[0], header[1].Trim()))
                request.Content?.Headers.TryAddWithoutValidation(header[0], header[1].Trim());
        }

        return request;
    }
}
