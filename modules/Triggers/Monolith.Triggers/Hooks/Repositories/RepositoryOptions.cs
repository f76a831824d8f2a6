using System.ComponentModel.DataAnnotations;
using ProjectName = Monolith.Access.Contracts.Projects.Project;

namespace Monolith.Triggers.Hooks.Repositories;

/// <summary>Section <c>Forges:Repositories:{name}</c>: repositories whose own definitions, <c>.monolith/*.yaml</c>, start runs.</summary>
public sealed class RepositoryOptions : IValidatableObject
{
    /// <summary>Where they are.</summary>
    [Required(ErrorMessage = "Give the forge: GitHub or GitLab.")]
    public RepositoryForge? Forge { get; set; }

    /// <summary>A glob of owner/name, case ignored, such as octocat/* or group/**.</summary>
    [Required(ErrorMessage = "Give a glob of owner/name, such as octocat/*.")]
    public string? Repository { get; set; }

    /// <summary>Whose webhook counts, whose token reads the files, and whose runs they start.</summary>
    public string Project { get; set; } = ProjectName.Default;

    /// <summary>Whether a file that starts no run because of an error is shown at the commit.</summary>
    public bool ReportErrors { get; set; } = true;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!ProjectName.IsName(Project))
            yield return new ValidationResult("This is no project's name: lower-case letters, digits, '-' and '_', at most 63.", [nameof(Project)]);
    }
}

/// <summary>Where repositories are.</summary>
public enum RepositoryForge
{
    /// <summary>GitHub, or an Enterprise Server.</summary>
    GitHub,

    /// <summary>GitLab, or a host of one's own.</summary>
    GitLab,
}
