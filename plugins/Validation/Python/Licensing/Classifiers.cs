namespace Monolith.Plugins.Validation.Python.Licensing;

/// <summary>The names that Python's packages give licences by, as SPDX has them.</summary>
internal static class Classifiers
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["MIT License"] = "MIT",
        ["Apache Software License"] = "Apache-2.0",
        ["BSD License"] = "BSD-3-Clause",
        ["ISC License (ISCL)"] = "ISC",
        ["Python Software Foundation License"] = "PSF-2.0",
        ["Mozilla Public License 2.0 (MPL 2.0)"] = "MPL-2.0",
        ["GNU General Public License v2 (GPLv2)"] = "GPL-2.0-only",
        ["GNU General Public License v2 or later (GPLv2+)"] = "GPL-2.0-or-later",
        ["GNU General Public License v3 (GPLv3)"] = "GPL-3.0-only",
        ["GNU General Public License v3 or later (GPLv3+)"] = "GPL-3.0-or-later",
        ["GNU Affero General Public License v3"] = "AGPL-3.0-only",
        ["GNU Lesser General Public License v3 (LGPLv3)"] = "LGPL-3.0-only",
        ["The Unlicense (Unlicense)"] = "Unlicense",
        ["zlib/libpng License"] = "Zlib",
    };

    /// <summary>Null where the classifier names none, such as that for "approved by the OSI".</summary>
    public static string? License(string classifier) => Known.GetValueOrDefault(classifier.Split(" :: ")[^1]);
}
