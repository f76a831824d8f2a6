namespace Monolith.Models.Tests.Support.Scripted;

/// <summary>How a provider words its answers.</summary>
internal interface IProtocol
{
    string Path { get; }

    string ContentTypeOfStream { get; }

    string Whole(Reply.Say say);

    /// <summary>The pieces of a stream as they are written, each with its framing.</summary>
    IEnumerable<string> Pieces(Reply.Say say);

    string Error(Reply.Refuse refuse);
}
