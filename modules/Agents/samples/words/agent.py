"""Counts words: an agent in Python, with nothing but the standard library."""

import pathlib

from monolith_agent import Failure, serve

DESCRIPTOR = {
    "name": "words",
    "version": "1.0.0",
    "description": "Counts words in files of the workspace.",
    "actions": [
        {
            "name": "count",
            "description": "Counts the words and lines of a file.",
            "parametersSchema": {"type": "object", "required": ["path"], "properties": {"path": {"type": "string"}}},
        },
        {"name": "wait", "description": "Waits until it is cancelled.", "parametersSchema": {"type": "object"}},
    ],
    "capabilities": {"tools": ["wc"]},
}


def count(context):
    path = context.parameters["path"]
    file = pathlib.Path(context.workspace, path)
    if not file.is_file():
        raise Failure("WORKSPACE_ERROR", f"There is no file '{path}' in the workspace.")
    words = len(file.read_text(encoding="utf-8").split())
    # The host runs programs: in the sandbox, into the stage's log, and it kills them with the stage.
    counted = context.run("wc", "-l", path)
    lines = int(counted["standardOutput"].split()[0])
    context.log(f"{path}: {words} words, {lines} lines")
    return {
        "outputs": {"words": words, "lines": lines},
        "metrics": {"words.count": words},
        "artifacts": [{"name": "counted", "path": path}],
    }


def wait(context):
    context.log("waiting")
    context.cancelled.wait()
    context.log("cancelled")
    return {}


serve(DESCRIPTOR, lambda context: {"count": count, "wait": wait}[context.action](context))
