namespace Monolith.Agents.Sandbox;

/// <summary>Variables by which the loader and the C library run or write what a program's environment says, in whatever process they stand.</summary>
internal static class LoaderVariables
{
    private static readonly string[] Beginnings = ["LD_", "GCONV_PATH", "GLIBC_", "MALLOC_", "LOCPATH", "NLSPATH", "TZDIR", "RES_OPTIONS", "HOSTALIASES", "LOCALDOMAIN"];

    /// <summary>Whether it may only be set inside a sandbox, since what makes the sandbox would obey it outside.</summary>
    public static bool Heed(string name, string value) =>
        Beginnings.Any(beginning => name.StartsWith(beginning, StringComparison.Ordinal)) && Environment.GetEnvironmentVariable(name) != value;
}
