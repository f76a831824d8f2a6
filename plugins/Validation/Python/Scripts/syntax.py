"""Compiles every file of the folder it runs in, in memory, and prints the errors."""
import json
import os
import warnings

PASSED_OVER = {".git", ".venv", "venv", "node_modules", "__pycache__", ".tox", ".monolith"}
errors, files = [], 0
warnings.simplefilter("ignore")
for folder, inner, names in os.walk("."):
    inner[:] = sorted(name for name in inner if name not in PASSED_OVER)
    for name in sorted(names):
        if not name.endswith(".py"):
            continue
        path = os.path.join(folder, name)
        files += 1
        try:
            with open(path, "rb") as source:
                compile(source.read(), path, "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as fault:
            errors.append({
                "file": os.path.relpath(path).replace(os.sep, "/"),
                "line": getattr(fault, "lineno", None),
                "text": getattr(fault, "msg", None) or str(fault),
            })
print(json.dumps({"files": files, "errors": errors}))
