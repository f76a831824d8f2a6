namespace Monolith.Operations.Metrics.Requests;

/// <summary>The methods that have a label of their own; a client may send any word as one.</summary>
internal static class MethodNames
{
    public static readonly string[] All = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT", "other"];

    /// <returns>The place in <see cref="All"/>.</returns>
    public static int IndexOf(string method)
    {
        var index = Array.IndexOf(All, method, 0, All.Length - 1);
        return index < 0 ? All.Length - 1 : index;
    }
}
