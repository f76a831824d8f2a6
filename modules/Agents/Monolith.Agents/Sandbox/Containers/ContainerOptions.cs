using System.ComponentModel.DataAnnotations;

namespace Monolith.Agents.Sandbox.Containers;

/// <summary>Section <c>Sandbox:Container</c>: what runs the containers of programs, and what is in them.</summary>
public sealed class ContainerOptions
{
    /// <summary>podman or docker, by name or full path; empty for whichever is on PATH, podman first.</summary>
    public string Engine { get; set; } = "";

    /// <summary>Arguments of the engine before <c>run</c>, such as its storage or its daemon's address.</summary>
    public List<string> EngineArguments { get; } = [];

    /// <summary>The image that carries the tools of the stages, <c>cat</c> too. The engine must have it; nothing is pulled.</summary>
    public string Image { get; set; } = "";

    /// <summary>How many processes and threads a program may have.</summary>
    [Range(16, 4_194_304)]
    public int Processes { get; set; } = 4096;
}
