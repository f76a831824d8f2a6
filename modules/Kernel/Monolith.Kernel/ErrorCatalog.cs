using System.Collections.Frozen;
using static Monolith.Kernel.ErrorCodes;

namespace Monolith.Kernel;

/// <summary>Every error code explained, once. API, engine, agents, logs and the page of errors take from here what they say of a code.</summary>
public static class ErrorCatalog
{
    private const string Request = "request";
    private const string Agent = "agent";
    private const string Model = "model";
    private const string Pipeline = "pipeline";
    private const string Host = "host";

    private const string Info = "info";
    private const string Warning = "warning";
    private const string Error = "error";
    private const string Critical = "critical";

    private const bool Once = false;
    private const bool Again = true;

    /// <summary>By category, then as declared in <see cref="ErrorCodes"/>.</summary>
    public static IReadOnlyList<ErrorEntry> All { get; } =
    [
        new(ValidationError, Request, Warning, Once, "What was sent cannot be taken as it is.", "Mend the places that the list of errors names, then send it again."),
        new(NotFound, Request, Warning, Once, "There is nothing of that name or id.", "Look at the id. Old runs are deleted by the retention settings."),
        new(Conflict, Request, Warning, Once, "The present state does not allow it, or somebody else changed it first.", "Read it anew and decide on what it is now."),
        new(Unauthenticated, Request, Warning, Once, "The host does not know who asks.", "Send a key or a token: Authorization: Bearer KEY. An admin makes keys, by POST /api/v1/keys or the command keys create."),
        new(Forbidden, Request, Warning, Once, "Whoever asks may not do this.", "Ask as somebody who may; a decision names its approvers, and nobody decides about a run of their own."),
        new(RateLimitExceeded, Request, Warning, Again, "More was asked than is allowed in a while.", "Wait as long as the header Retry-After says, then ask again."),
        new(UnsupportedVersion, Request, Warning, Once, "A newer version wrote it than this one understands.", "Ask a host of the newer version, or update this one."),

        new(AgentInitFailed, Agent, Error, Once, "An agent could not be loaded or made ready.", "GET /api/v1/agents says why. Mend the plugin and start the host again."),
        new(AgentNotRegistered, Agent, Error, Once, "No loaded agent has that name, or not in the version the run is pinned to.", "GET /api/v1/agents lists what is loaded. Put the plugin into the plugin folder, or start a new run with what is there."),
        new(TaskValidationFailed, Agent, Warning, Once, "The agent cannot work with these parameters.", "Correct the stage's parameters; GET /api/v1/agents/NAME shows their schema."),
        new(TaskExecutionFailed, Agent, Warning, Once, "The work itself failed: a build broke, a test failed, a program ended with another exit code.", "Read the stage's log, mend the cause and retry the run from this stage."),
        new(TaskTimeout, Agent, Warning, Again, "Something the agent waited for took longer than the parameters allow.", "Retry; if it stays so, raise the time limit among the stage's parameters."),
        new(TaskCancelled, Agent, Info, Once, "The work was stopped because its run was cancelled.", "Retry the run to go on with it."),
        new(CircuitOpen, Agent, Warning, Again, "Most calls of an agent failed in the last minute, so it is left alone for a while.", "GET /api/v1/breakers says until when. Look at why its calls fail; stages that may wait go on by themselves."),
        new(NetworkError, Agent, Warning, Again, "A remote system could not be reached.", "Look whether the address is right and reachable from this host, then retry."),
        new(InsufficientResources, Agent, Error, Once, "Disk, memory or a needed program is missing on the host.", "Make room or install the program, then retry the run."),
        new(WorkspaceError, Agent, Warning, Once, "The workspace is not as the stage needs it, or a path leaves it.", "Look at the paths of this stage and at what the stages before left in the workspace."),
        new(ContractValidationFailed, Agent, Error, Once, "The agent answered with something that cannot be kept.", "The agent's author mends it: outputs at most 256 KiB, artifacts inside the workspace, no characters a database refuses."),

        new(LlmApiError, Model, Error, Again, "The language model's provider answered with an error.", "Retry later; the provider's status page may tell more."),
        new(LlmRateLimit, Model, Warning, Again, "The provider takes no more requests for the moment.", "Wait, or lower how many stages ask the model at once."),
        new(LlmQuotaExceeded, Model, Error, Once, "The provider's quota or the run's budget is used up.", "Raise the quota or the budget, then retry the run."),
        new(LlmInvalidResponse, Model, Warning, Again, "The model's answer is not of the form that was asked for.", "Retry; if it stays so, take another model or make the task smaller."),

        new(PipelineNotFound, Pipeline, Warning, Once, "No stored pipeline has that name or version.", "Store it with PUT /api/v1/pipelines/NAME."),
        new(PipelineAlreadyRunning, Pipeline, Warning, Again, "A run of this pipeline is under way and only one may be.", "Wait for its end, or cancel it."),
        new(DecisionRequired, Pipeline, Info, Once, "A stage waits for a decision, or for its run to be resumed after one.", "GET /api/v1/decisions?status=pending lists what waits; approve, revise, escalate or abort it."),
        new(DecisionRejected, Pipeline, Warning, Once, "Somebody said no, or nobody decided in time.", "Read the reason of the decision, mend what it names and retry the run from this stage."),
        new(ClarificationFailed, Pipeline, Warning, Once, "A stage still had questions after the last round.", "Write down what is wanted more exactly, and start the run anew."),
        new(PipelineCancelled, Pipeline, Info, Once, "Somebody ended the run.", "Retry the run to go on with it."),
        new(StageNotFound, Pipeline, Warning, Once, "The run has no stage of that id.", "GET the run to see its stages."),
        new(StageExecutionFailed, Pipeline, Error, Once, "The stage failed outside its agent.", "The message says where. If a child run failed, look at that one first."),
        new(StageTimeout, Pipeline, Warning, Again, "The stage took longer than its timeout.", "Raise the stage's timeout, or look in its log for what it waited for."),
        new(StageDependencyFailed, Pipeline, Warning, Once, "A stage that this one needs did not end as it must.", "Mend that stage, then retry the run."),
        new(QualityGateFailed, Pipeline, Warning, Once, "A blocking quality gate did not pass, or its metric was not measured.", "Improve what is measured. A missing metric means that the tool did not run."),
        new(CircularDependency, Pipeline, Warning, Once, "Stages need one another in a circle.", "Take one of the named needs away."),
        new(InvalidDependency, Pipeline, Warning, Once, "A stage needs a stage that is not there.", "Correct the id under needs."),
        new(SecretNotFound, Pipeline, Warning, Once, "A stage refers to a secret that neither the configuration nor its project has.", "Store it with PUT /api/v1/secrets/NAME, or correct the name after secret:."),
        new(ExecutionTimeout, Pipeline, Warning, Again, "The run took longer than the pipeline's timeout.", "Raise the pipeline's timeout, waits included, or retry the run."),

        new(ErrorCodes.Timeout, Host, Error, Again, "The host did not finish in time.", "Ask again; if it stays so, look at the host's load."),
        new(DatabaseError, Host, Critical, Again, "The database does not answer.", "Ask again in a moment. The operator looks at /health/detailed."),
        new(SecretStoreShut, Host, Error, Once, "The host has no master key for the stored secrets, or not the one they are encrypted by.", "The operator sets SecretStore:Key or SecretStore:KeyFile as the message says, and starts the host again."),
        new(SecretUnreadable, Host, Error, Once, "A stored secret was altered, or the master key it is encrypted by is gone.", "Store it anew with PUT /api/v1/secrets/NAME, or give the host that master key in SecretStore:PreviousKeys."),
        new(InternalError, Host, Critical, Once, "The host has a bug or something unforeseen befell it.", "Its log says more, in a line with the answer's x-request-id."),
        new(HostStopping, Host, Info, Again, "This host is being stopped.", "Ask again in a moment, or ask another host."),
        new(Overloaded, Host, Warning, Again, "The host has as much to do as it takes on; nothing of what was asked is done.", "Ask again after the time in the header Retry-After. The operator adds hosts, or raises Engine:MaxQueuedRuns or Engine:MaxStarting."),
    ];

    private static readonly FrozenDictionary<string, ErrorEntry> ByCode = All.ToFrozenDictionary(entry => entry.Code);

    /// <returns>Null for a code of a newer version.</returns>
    public static ErrorEntry? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <returns>False also for a code of a newer version.</returns>
    public static bool IsRetryable(string code) => Find(code)?.Retryable ?? false;
}
