namespace Monolith.Plugins.Deployment.Images;

internal static class ImageSchema
{
    private const string Socket = """
        "socket": {
          "type": "string", "minLength": 1,
          "description": "The engine's socket; by default that of DOCKER_HOST, /var/run/docker.sock, or podman's, which is started when it is needed."
        }
        """;

    public const string Build = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["image"],
          "properties": {
            {{Socket}},
            "path": {
              "type": "string", "minLength": 1,
              "description": "The folder that the image is built from; 'source' by default."
            },
            "dockerfile": {
              "type": "string", "minLength": 1,
              "description": "Relative to that folder; Dockerfile by default."
            },
            "image": {
              "type": "string", "minLength": 1,
              "description": "What the image is called, such as registry.example.com/shop:1.2."
            },
            "arguments": {
              "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] },
              "description": "The build's arguments."
            },
            "network": {
              "type": "string", "enum": ["bridge", "host", "none"],
              "description": "What the steps of the build reach; the engine's own choice by default."
            }
          }
        }
        """;

    public const string Push = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["image"],
          "properties": {
            {{Socket}},
            "image": {
              "type": "string", "minLength": 1,
              "description": "What the image is called, its registry first: registry.example.com/shop:1.2."
            },
            "username": {
              "type": "string", "minLength": 1,
              "description": "The account at the registry; none by default."
            },
            "passwordSecret": {
              "type": "string", "minLength": 1,
              "description": "The name of the secret with its password."
            },
            "insecure": {
              "type": "boolean",
              "description": "Whether the registry may speak plain http; no by default. For podman: Docker has such a list of its own."
            }
          }
        }
        """;
}
