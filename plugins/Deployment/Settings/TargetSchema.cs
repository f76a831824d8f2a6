namespace Monolith.Plugins.Deployment.Settings;

internal static class TargetSchema
{
    private const string Identity = """
        "name": {
          "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,39}$",
          "description": "What the target is called; all stages that name it mean the same one."
        },
        "state": {
          "type": "string", "minLength": 1,
          "description": "The folder for targets' journals, releases and logs; by default monolith/deployments in the data folder of the host's account."
        }
        """;

    /// <summary>For stages that look at what was deployed before.</summary>
    public const string Known = $$"""
        "target": {
          "type": "object", "additionalProperties": false, "required": ["name"],
          "description": "A target to which something was deployed.",
          "properties": { {{Identity}} }
        }
        """;

    /// <summary>For stages that deploy.</summary>
    public const string Full = $$"""
        "target": {
          "type": "object", "additionalProperties": false, "required": ["name", "port"],
          "description": "Where to deploy to.",
          "properties": {
            {{Identity}},
            "type": {
              "type": "string", "enum": ["process", "container", "ssh", "kubernetes"],
              "description": "What instances are: processes of this machine, containers of an engine, processes of another machine, or pods of a cluster. process by default."
            },
            "port": {
              "type": "integer", "minimum": 1, "maximum": 65535,
              "description": "Where the gateway listens on this machine; of kubernetes, where the service does in the cluster."
            },
            "listen": {
              "type": "string", "format": "ipv4",
              "description": "The address that the gateway listens on; 127.0.0.1 by default."
            },
            "ports": {
              "type": "string", "pattern": "^[0-9]{1,5}-[0-9]{1,5}$",
              "description": "Ports that instances may take; 20000-29999 by default."
            },
            "socket": {
              "type": "string", "minLength": 1,
              "description": "Of a container: the engine's socket; by default that of DOCKER_HOST, /var/run/docker.sock, or podman's, which is started when it is needed."
            },
            "network": {
              "type": "string", "enum": ["bridge", "host"],
              "description": "Of a container: whether the engine passes a port of this machine on to it, or it has the machine's own network. bridge by default."
            },
            "limits": {
              "type": "object", "additionalProperties": { "type": "integer", "minimum": 1 },
              "description": "Of a container: limits on its processes by their names, such as nofile."
            },
            "namespace": {
              "type": "string", "pattern": "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$",
              "description": "Of kubernetes: the namespace; default by default."
            },
            "kubeconfig": {
              "type": "string", "minLength": 1,
              "description": "Of kubernetes: a file of this machine; the account's own, or that of the pod the host runs in, by default."
            },
            "context": {
              "type": "string", "minLength": 1,
              "description": "Of kubernetes: which of the file's contexts; the file's own choice by default."
            },
            "host": {
              "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9.:-]*$",
              "description": "Of ssh: the other machine's name or address."
            },
            "user": {
              "type": "string", "pattern": "^[A-Za-z0-9_][A-Za-z0-9._-]*$",
              "description": "Of ssh: the account there; the one that ssh would take by default."
            },
            "sshPort": {
              "type": "integer", "minimum": 1, "maximum": 65535,
              "description": "Of ssh: where its server listens; 22 by default."
            },
            "folder": {
              "type": "string", "pattern": "^/",
              "description": "Of ssh: the folder there for releases and logs."
            },
            "identityFile": {
              "type": "string", "minLength": 1,
              "description": "Of ssh: a file of this machine with the private key; those that ssh would take by default."
            },
            "knownHosts": {
              "type": "string", "minLength": 1,
              "description": "Of ssh: a file of this machine with the keys of servers; the one that ssh would take by default. A server that is not in it is refused."
            }
          }
        }
        """;
}
