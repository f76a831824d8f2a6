using System.Text.Json;
using Monolith.Plugins.Git.Addresses;
using Monolith.Plugins.Git.Running;

namespace Monolith.Plugins.Integration.Repositories;

/// <summary>Where a branch is pushed to. Never by force: a server that has moved on refuses.</summary>
/// <param name="Remote">A remote's name or an address.</param>
/// <param name="Branch">Null for the same name as here.</param>
internal sealed record PushTarget(string Remote, string? Branch)
{
    public const string Schema = """
        "push": {
              "type": "object", "additionalProperties": false,
              "description": "Pushes the branch after the tests passed and before it moves here; not pushed without this.",
              "properties": {
                "remote": {
                  "type": "string", "minLength": 1, "pattern": "^[^-]",
                  "description": "The name of a remote, 'origin' by default, or an address; private ones need the secret GIT_TOKEN."
                },
                "branch": {
                  "type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[^-]",
                  "description": "The branch there; the same name as here by default."
                }
              }
            }
        """;

    public static PushTarget? Read(JsonElement parameters)
    {
        if (parameters.Value("push") is not { } push)
        {
            return null;
        }

        var branch = push.Text("branch");
        return RefName.Check("push.branch", branch) is { } fault
            ? throw new StageEndException(fault)
            : new PushTarget(push.Text("remote") ?? "origin", branch);
    }

    public async Task PushAsync(Repository repository, string commit, string branch, CancellationToken cancellationToken)
    {
        var context = repository.Context;
        var address = await AddressAsync(repository, cancellationToken);
        if (!RemoteCredentials.For(context, address).Try(out var credentials, out var failure))
        {
            throw new StageEndException(failure);
        }

        var git = GitProgram.Prepare(context, credentials);
        var target = $"refs/heads/{Branch ?? branch}";
        var result = await git.RunAsync(repository.Folder, ["push", "--", address.Text, $"{commit}:{target}"], cancellationToken, log: true);
        if (result.ExitCode != 0)
        {
            throw new StageEndException(GitFailure.Of($"Pushing to '{Branch ?? branch}'", result));
        }
    }

    private async Task<RemoteAddress> AddressAsync(Repository repository, CancellationToken cancellationToken)
    {
        var text = Remote;
        if (RefName.Check("push.remote", Remote) is null)
        {
            var known = await repository.TryAsync(["remote", "get-url", "--push", "--", Remote], cancellationToken);
            text = known.ExitCode == 0 ? known.StandardOutput.Trim() : Remote;
        }

        return RemoteAddress.Parse(repository.Context, text).Try(out var address, out var failure) ? address : throw new StageEndException(failure);
    }
}
