namespace Monolith.Pipelines.Evidence.Verifying;

/// <summary>The lines that are there against the digests that were signed.</summary>
internal static class LineComparison
{
    /// <returns>A sentence for each line that is not what was signed, and for each that was and is gone.</returns>
    public static IEnumerable<string> Faults(IReadOnlyList<BundleLine> lines, IReadOnlyList<string> signed)
    {
        if (lines.Count == signed.Count)
            return lines.Where(line => line.Digest != signed[line.Number - 1])
                .Select(line => $"{line.Named}: its SHA-256 is {line.Digest}, the signature says {signed[line.Number - 1]}.");

        // Some were put in or taken out: what is alike at both ends is as it was, the fault lies between.
        var start = 0;
        while (start < Math.Min(lines.Count, signed.Count) && lines[start].Digest == signed[start])
            start++;
        var end = 0;
        while (end < Math.Min(lines.Count, signed.Count) - start && lines[^(end + 1)].Digest == signed[^(end + 1)])
            end++;
        var strange = lines.Skip(start).Take(lines.Count - start - end).Select(line => $"{line.Named}: no line like this was signed here; its SHA-256 is {line.Digest}.");
        var missing = signed.Count - start - end;
        return missing > lines.Count - start - end
            ? strange.Append($"line {start + 1}, missing: {missing} signed line{(missing == 1 ? " belongs" : "s belong")} here.")
            : strange;
    }
}
