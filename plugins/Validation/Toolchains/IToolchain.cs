namespace Monolith.Plugins.Validation.Toolchains;

/// <summary>The tools of one kind of repository.</summary>
internal interface IToolchain
{
    /// <summary>What it is called in messages.</summary>
    string Name { get; }

    /// <summary>The files it is recognised by, as a person would name them.</summary>
    string RecognisedBy { get; }

    bool Recognises(string folder);

    Task<AgentResult> BuildAsync(ValidationJob job, CancellationToken cancellationToken);

    Task<AgentResult> TestAsync(ValidationJob job, CancellationToken cancellationToken);

    Task<AgentResult> AuditAsync(ValidationJob job, CancellationToken cancellationToken);

    Task<AgentResult> FormatAsync(ValidationJob job, CancellationToken cancellationToken);

    Task<AgentResult> PublishAsync(ValidationJob job, CancellationToken cancellationToken);
}
