namespace Monolith.Plugins.Validation.Licenses;

/// <summary>Recognises a licence by the words of its text, for packages that name a file instead of a licence.</summary>
internal static class LicenseText
{
    private const int MostCharacters = 4_000;

    // The first that holds all its words counts, so the narrower ones stand first.
    private static readonly (string License, string[] Words)[] Known =
    [
        ("AGPL-3.0", ["GNU AFFERO GENERAL PUBLIC LICENSE", "Version 3"]),
        ("LGPL-3.0", ["GNU LESSER GENERAL PUBLIC LICENSE", "Version 3"]),
        ("LGPL-2.1", ["GNU LESSER GENERAL PUBLIC LICENSE", "Version 2.1"]),
        ("GPL-3.0", ["GNU GENERAL PUBLIC LICENSE", "Version 3"]),
        ("GPL-2.0", ["GNU GENERAL PUBLIC LICENSE", "Version 2"]),
        ("Apache-2.0", ["Apache License", "Version 2.0"]),
        ("MPL-2.0", ["Mozilla Public License", "2.0"]),
        ("BSD-3-Clause", ["Redistribution and use in source and binary forms", "Neither the name"]),
        ("BSD-2-Clause", ["Redistribution and use in source and binary forms"]),
        ("ISC", ["Permission to use, copy, modify, and/or distribute this software for any purpose"]),
        ("MIT", ["Permission is hereby granted, free of charge"]),
    ];

    public static string? InFile(string path)
    {
        if (new FileInfo(path) is not { Exists: true, LinkTarget: null })
        {
            return null;
        }

        var start = new char[MostCharacters];
        using var reader = new StreamReader(path);
        return Recognise(new string(start, 0, reader.ReadBlock(start)));
    }

    public static string? Recognise(string text)
    {
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Known.FirstOrDefault(known => known.Words.All(word => words.Contains(word, StringComparison.OrdinalIgnoreCase))).License;
    }
}
