namespace Monolith.Plugins.Scaffold.Templates;

/// <summary>A template that is not as one has to be.</summary>
internal sealed class TemplateException(string template, string fault) : Exception($"The template '{template}' is faulty: {fault}.");
