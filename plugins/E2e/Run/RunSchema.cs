using Monolith.Plugins.E2e.Application;
using Monolith.Plugins.E2e.Sources;

namespace Monolith.Plugins.E2e.Run;

internal static class RunSchema
{
    public const string Text = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["app"],
          "properties": {
            {{SourceSchema.Properties}},
            "app": {{AppSchema.Text}},
            "tags": {
              "type": "array", "maxItems": 100, "items": { "type": "string", "minLength": 1 },
              "description": "Only scenarios with one of these are run, the others are skipped; all by default."
            },
            "browsers": {
              "type": "array", "minItems": 1, "uniqueItems": true, "items": { "enum": ["chromium", "firefox", "webkit"] },
              "description": "In which browsers; chromium by default."
            },
            "requireBrowsers": {
              "type": "boolean",
              "description": "Whether a browser that is not installed fails the stage; true by default. Its scenarios are unknown either way."
            },
            "reruns": {
              "type": "integer", "minimum": 0, "maximum": 5,
              "description": "How often a scenario that fails is run again; one that passes then is flaky. 1 by default."
            },
            "stepTimeout": {
              "type": "string", "pattern": "{{DurationText.Pattern}}",
              "description": "How long a step waits for what it needs or expects; 5s by default."
            },
            "scenarioTimeout": {
              "type": "string", "pattern": "{{DurationText.Pattern}}",
              "description": "How long a scenario may take; 60s by default."
            },
            "trace": {
              "type": "boolean",
              "description": "Whether a trace is kept of attempts that fail; true by default."
            },
            "video": {
              "type": "boolean",
              "description": "Whether a video is kept of attempts that fail, where Playwright's ffmpeg is installed; true by default."
            },
            "noSandbox": {
              "type": "boolean",
              "description": "Whether Chromium runs without its sandbox; by default only as root, who cannot have it."
            }
          }
        }
        """;
}
