using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Licenses;

namespace Monolith.Plugins.Validation.Toolchains;

/// <summary>The tools of one kind of repository. A kind that has none for a check says so, and what it would measure is unknown.</summary>
internal interface IToolchain
{
    /// <summary>What stages call it: the parameter <c>kind</c>.</summary>
    string Kind { get; }

    /// <summary>What it is called in messages.</summary>
    string Name { get; }

    /// <summary>The files it is recognised by, as a person would name them.</summary>
    string RecognisedBy { get; }

    bool Recognises(string folder);

    Task<CheckReport> BuildAsync(ValidationJob job, CancellationToken cancellationToken);

    Task<CheckReport> TestAsync(ValidationJob job, CancellationToken cancellationToken);

    Task<CheckReport> AuditAsync(ValidationJob job, CancellationToken cancellationToken);

    Task<CheckReport> FormatAsync(ValidationJob job, CancellationToken cancellationToken);

    /// <summary>What the repository depends on, directly and not.</summary>
    Task<Outcome<IReadOnlyList<Dependency>>> DependenciesAsync(ValidationJob job, CancellationToken cancellationToken);

    Task<CheckReport> ApiAsync(ValidationJob job, CancellationToken cancellationToken) => NotKnown("api", "Public APIs are compared");

    Task<CheckReport> PublishAsync(ValidationJob job, CancellationToken cancellationToken) => NotKnown("publish", "Publishing is known");

    private Task<CheckReport> NotKnown(string check, string doing) =>
        Task.FromResult<CheckReport>(Failed.Validation($"{doing} for .NET alone so far, and this is {Name}: leave '{check}' out."));
}
