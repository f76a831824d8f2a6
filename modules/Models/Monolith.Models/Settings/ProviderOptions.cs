using System.ComponentModel.DataAnnotations;

namespace Monolith.Models.Settings;

/// <summary>Section <c>Models:Providers:{name}</c>: one provider and the model asked of it.</summary>
public sealed class ProviderOptions : IValidatableObject
{
    /// <summary>The protocol it speaks.</summary>
    [Required(ErrorMessage = "Give the provider's kind: Anthropic, OpenAI or Ollama.")]
    public ModelProviderKind? Kind { get; set; }

    /// <summary>The model's name, as the provider calls it.</summary>
    [Required(ErrorMessage = "Give the name of the model.")]
    public string? Model { get; set; }

    /// <summary>Where it is, an absolute http or https address; null for the kind's usual one.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>Which value of the section <c>Secrets</c> is the key; null for a provider that wants none.</summary>
    public string? ApiKeySecret { get; set; }

    /// <summary>How long one call may take, to the last byte of the answer. 1 second to 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);

    public PriceOptions Prices { get; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BaseUrl is not null && !(Uri.TryCreate(BaseUrl, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            yield return new($"'{BaseUrl}' is not an address such as https://api.example.com/v1.", [nameof(BaseUrl)]);
        if (Kind == ModelProviderKind.Anthropic && ApiKeySecret is null)
            yield return new("Anthropic wants a key: name one of the section Secrets.", [nameof(ApiKeySecret)]);
    }
}

/// <summary>The protocols of providers.</summary>
public enum ModelProviderKind
{
    /// <summary>Anthropic's Messages.</summary>
    Anthropic,

    /// <summary>OpenAI's chat completions, which many servers speak.</summary>
    OpenAI,

    /// <summary>Ollama's chat.</summary>
    Ollama,
}
