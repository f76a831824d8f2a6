namespace Monolith.Pipelines.Journal.Items;

/// <summary>
/// Something of a run that is listed, or acted on, apart from the run: a question to a person, a message to be sent, a failure
/// to be looked into. Written in the transaction of the events it follows from; the events are the truth, this is how it is found.
/// </summary>
/// <param name="Id">The same each time it is written; derive it, with <see cref="HashedId"/>, from what it is about.</param>
/// <param name="Kind">One of <see cref="RunItemKinds"/>.</param>
/// <param name="Stage">Null for what is about the whole run.</param>
/// <param name="Status">The kind's own word for how far it is.</param>
/// <param name="Data">A JSON object of the kind's own.</param>
/// <param name="CreatedAt">When it first came up; kept when it is written again.</param>
/// <param name="DueAt">When somebody must look at it; null for never.</param>
internal sealed record RunItem(Guid Id, string Kind, string? Stage, string Status, string Data, DateTimeOffset CreatedAt, DateTimeOffset? DueAt = null);
