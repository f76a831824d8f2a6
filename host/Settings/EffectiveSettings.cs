using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.Memory;
using Monolith.Host.Settings.SecretFiles;

namespace Monolith.Host.Settings;

/// <summary>
/// What this process goes by. Only settings that the catalogue knows are shown: of any other key nobody said that it is no
/// secret, and the environment is full of them.
/// </summary>
internal static class EffectiveSettings
{
    private const string Hidden = "***";

    public static IReadOnlyList<SettingResponse> Of(IReadOnlyList<Setting> catalog, IConfigurationRoot configuration)
    {
        var given = configuration.AsEnumerable()
            .Where(pair => pair.Value is not null)
            .Select(pair => (pair.Key, Value: pair.Value!, Setting: catalog.FirstOrDefault(setting => setting.Names(pair.Key))))
            .Where(found => found.Setting is not null)
            .Select(found => new SettingResponse(
                found.Key, Shown(found.Setting!, found.Value), SourceOf(configuration, found.Key), found.Setting!.IsSecret))
            .ToList();
        var usual = catalog
            .Where(setting => setting.Default is not null && !given.Exists(other => setting.Names(other.Name)))
            .Where(setting => !setting.Segments.Contains(Setting.AnyName))
            .Select(setting => new SettingResponse(setting.Path, Text(setting.Default), "default", setting.IsSecret));
        return [.. given.Concat(usual).OrderBy(setting => setting.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private static string Shown(Setting setting, string value) => setting.IsSecret ? Hidden : WithoutUser(value);

    /// <summary>An address may carry a password.</summary>
    private static string WithoutUser(string value)
    {
        var (scheme, at) = (value.IndexOf("://", StringComparison.Ordinal), value.LastIndexOf('@'));
        return scheme >= 0 && at > scheme ? $"{value[..(scheme + 3)]}{Hidden}{value[at..]}" : value;
    }

    private static string? Text(object? value) => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture);

    private static string SourceOf(IConfigurationRoot configuration, string key) =>
        configuration.Providers.Reverse().FirstOrDefault(provider => provider.TryGet(key, out var value) && value is not null) switch
        {
            CommandLineConfigurationProvider => "commandLine",
            EnvironmentVariablesConfigurationProvider => "environment",
            JsonConfigurationProvider file => file.Source.Path ?? "file",
            SecretFilesProvider => "secretFile",
            MemoryConfigurationProvider => "host",
            _ => "other",
        };
}
