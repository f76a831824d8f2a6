using Microsoft.AspNetCore.Http;

namespace Monolith.Access.Contracts;

/// <summary>Counts who tried to prove something and could not, for endpoints that ask for another proof than a key or token.</summary>
public interface IFailedSignIns
{
    /// <summary>Counts one more failure of the address that the request comes from.</summary>
    /// <param name="http">The request.</param>
    /// <returns>Whether there were too many within a minute: then the header <c>Retry-After</c> is set, and 429 is the answer.</returns>
    bool AreTooMany(HttpContext http);
}
