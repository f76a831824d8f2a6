using Monolith.Plugins.Validation.DotNet.Api.Surface;

namespace Monolith.Plugins.Validation.DotNet.Api;

/// <summary>What breaks between two versions of a member that kept its signature.</summary>
internal static class MemberDifference
{
    public static IEnumerable<string> Changes(ApiMember older, ApiMember newer)
    {
        if (older.IsPublic && !newer.IsPublic)
        {
            yield return "was public and is protected";
        }

        if (older.IsStatic != newer.IsStatic)
        {
            yield return newer.IsStatic ? "is static now" : "is no longer static";
        }

        if (!older.IsAbstract && newer.IsAbstract)
        {
            yield return "is abstract now";
        }

        if (older.IsVirtual && !newer.IsVirtual)
        {
            yield return "can no longer be overridden";
        }

        if (!older.IsReadOnly && newer.IsReadOnly)
        {
            yield return "can no longer be written";
        }

        if (older.Value != newer.Value)
        {
            yield return $"was {older.Value} and is {newer.Value}";
        }
    }
}
