"""Prints which of the named modules are installed. The folder it runs in does not count."""
import importlib.util
import json
import os
import sys

here = {"", os.getcwd(), os.path.dirname(os.path.abspath(__file__))}
sys.path = [entry for entry in sys.path if entry not in here]


def found(name):
    spec = importlib.util.find_spec(name)
    return spec is not None and spec.origin is not None


print(json.dumps({"modules": [name for name in sys.argv[1:] if found(name)]}))
