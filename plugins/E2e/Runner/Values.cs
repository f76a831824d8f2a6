using System.Text.Encodings.Web;
using Monolith.Plugins.E2e.Scenarios;

namespace Monolith.Plugins.E2e.Runner;

/// <summary>What placeholders stand for.</summary>
internal sealed class Values(IReadOnlyDictionary<string, string> variables, IReadOnlyDictionary<string, string> secrets)
{
    public string Fill(string text) => Placeholders.Fill(text, Of);

    /// <summary>Into JSON, where quotes and line breaks are written otherwise.</summary>
    public string FillJson(string json) => Placeholders.Fill(json, name => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(Of(name)));

    private string Of(string name) =>
        Placeholders.IsSecret(name) ? secrets.GetValueOrDefault(Placeholders.SecretName(name), "") : variables.GetValueOrDefault(name, "");
}
