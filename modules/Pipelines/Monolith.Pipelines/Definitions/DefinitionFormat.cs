namespace Monolith.Pipelines.Definitions;

/// <summary>How a definition is written.</summary>
internal enum DefinitionFormat
{
    Json,
    Yaml,
}
