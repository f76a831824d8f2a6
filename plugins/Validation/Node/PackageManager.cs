namespace Monolith.Plugins.Validation.Node;

/// <summary>The program that installs a repository's packages, by the lock file that lies there.</summary>
/// <param name="Install">Installs exactly what the lock file says.</param>
/// <param name="Audit">Prints what is known of vulnerabilities as JSON.</param>
internal sealed record PackageManager(string Program, IReadOnlyList<string> LockFiles, IReadOnlyList<string> Install, IReadOnlyList<string> Audit)
{
    private static readonly PackageManager Npm = new("npm", ["package-lock.json", "npm-shrinkwrap.json"], ["ci"], ["audit", "--json"]);

    private static readonly PackageManager[] Known =
    [
        Npm,
        new("pnpm", ["pnpm-lock.yaml"], ["install", "--frozen-lockfile"], ["audit", "--json"]),
        new("yarn", ["yarn.lock"], ["install", "--frozen-lockfile", "--non-interactive"], ["audit", "--json"]),
    ];

    private static readonly PackageManager NpmWithoutLock = Npm with { Install = ["install", "--no-audit", "--no-fund", "--no-package-lock"] };

    public bool IsLocked(string folder) => LockFiles.Any(file => File.Exists(Path.Combine(folder, file)));

    public static PackageManager Of(string folder) => Array.Find(Known, manager => manager.IsLocked(folder)) ?? NpmWithoutLock;
}
