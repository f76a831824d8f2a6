namespace Monolith.Fuzzing.Tests.Inputs;

/// <summary>What readers of text stumble over.</summary>
internal static class Tokens
{
    public static readonly IReadOnlyList<string> All =
    [
        "", " ", "\t", "\n", "\r\n", "\0", "\u0001", "\u007f", "\u0085", "\u2028", "\ufeff", "\ufffd", "\u202e", "é", "漢字", "🙂", "e\u0301",
        "{", "}", "[", "]", ":", ": ", "- ", ",", "\"", "'", "\\", "\\u0000", "\\ud800", "|", ">", "|-\n", "# ", "---\n", "...\n", "%YAML 9.9\n",
        "&a ", "*a", "*a\n", "<<: *a\n", "!!binary ", "!!python/object:os.system ", "!!str ", "? ", "~", "null", "true", "false", "yes", "no", "on", "off",
        "0", "-1", "00", "0x7fffffffffffffff", "0o777", "1e999", "-1e999", "NaN", ".inf", "1e-999", "9223372036854775808", "18446744073709551616", "3.0000000000000000001",
        "${{", "}}", "${{ inputs.who }}", "${{ stages.build.outputs.path ?? '' }}", "$${{", "${{ ${{ 1 }} }}", "${{ '", "?? ", "matrix.os", "inputs.", "stages[0]", "[999999]",
        "../", "../../etc/passwd", "/etc/passwd", "..\\", "%2e%2e%2f", "C:\\", "~/", "file:///etc/passwd", "http://169.254.169.254/", "https://[::ffff:127.0.0.1]/", "javascript:alert(1)",
        "' OR 1=1 --", "; rm -rf /", "$(id)", "`id`", "<script>", "{{7*7}}", "%s%n", "\r\nSet-Cookie: a=b", "data:", "retry: 0\n\n",
        "name: ", "id: ", "agent: ", "needs: [", "stages:\n", "timeout: ", "99999999d", "-5s", "1h1h", "gates: [\"a >= b\"]\n", "matrix: ", "maxAttempts: 2147483648",
        new('[', 2_000), new('{', 2_000), new('a', 70_000), new(' ', 10_000), string.Concat(Enumerable.Repeat("{\"a\":", 1_000)), string.Concat(Enumerable.Repeat("- ", 1_000)),
    ];
}
