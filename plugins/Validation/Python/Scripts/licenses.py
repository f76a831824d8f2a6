"""Prints the distributions that the repository depends on, with what their metadata says of licences.

In a virtual environment these are all that are installed. Elsewhere they are those that the files of requirements and
pyproject.toml in the folder name, and those that these require.
"""
import glob
import importlib.metadata as metadata
import json
import os
import re
import sys

here = {"", os.getcwd(), os.path.dirname(os.path.abspath(__file__))}
sys.path = [entry for entry in sys.path if entry not in here]


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def name_of(requirement):
    match = re.match(r"\s*([A-Za-z0-9][A-Za-z0-9._-]*)", requirement)
    return match and plain(match.group(1))


def named():
    for path in glob.glob("*requirements*.txt"):
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                if not line.lstrip().startswith(("#", "-")):
                    yield name_of(line)
    if os.path.exists("pyproject.toml"):
        import tomllib
        with open("pyproject.toml", "rb") as file:
            for requirement in tomllib.load(file).get("project", {}).get("dependencies", []):
                yield name_of(requirement)


def licence(of):
    if of.get("License-Expression"):
        return of.get("License-Expression")
    classifiers = [line for line in of.get_all("Classifier") or [] if line.startswith("License ::")]
    return {"license": of.get("License"), "classifiers": classifiers}


installed = {}
for distribution in metadata.distributions():
    if distribution.metadata["Name"]:
        installed.setdefault(plain(distribution.metadata["Name"]), distribution)
if sys.prefix != sys.base_prefix:
    wanted = set(installed) - {"pip", "setuptools", "wheel"}
else:
    wanted, ahead = set(), [name for name in named() if name]
    while ahead:
        name = ahead.pop()
        if name not in wanted:
            wanted.add(name)
            if name in installed:
                ahead += [name_of(one) for one in installed[name].requires or [] if "extra ==" not in one]
print(json.dumps({"distributions": [
    {
        "name": installed[name].metadata["Name"] if name in installed else name,
        "version": installed[name].version if name in installed else "?",
        "licence": licence(installed[name].metadata) if name in installed else None,
    }
    for name in sorted(wanted)
]}))
