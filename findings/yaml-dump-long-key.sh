#!/usr/bin/env bash
# PyYAML writes long mapping keys as explicit keys ("? key" on a line of its own, ": value" below), so
# that one long path turns a block of an API description into a form that line-based tools and smaller
# readers of YAML do not know; and its two dumpers draw the line at different lengths.
#
# Seen with PyYAML 6.0.3 on 2026-11-30: the pure dumper does it from 123 characters on (it counts the
# five of the tag "!!str" that it does not write), the one on libyaml from 129 on. Both read back alike.
# Exits with 1 where that is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check 'PyYAML==6.0.3'
"$folder/venv/bin/python" - <<'PYTHON'
import sys, yaml

def form(length, dumper):
    path = "/" + "a" * (length - 1)
    text = yaml.dump({"paths": {path: {"get": {"summary": "Lists"}}}}, Dumper=dumper)
    assert yaml.safe_load(text) == {"paths": {path: {"get": {"summary": "Lists"}}}}
    return "explicit" if "\n  ? /" in text else "plain"

limits = {"SafeDumper": 123, "CSafeDumper": 129}
seen = {}
for name, limit in limits.items():
    dumper = getattr(yaml, name, None)
    if dumper is not None:
        seen[name] = (form(limit - 1, dumper), form(limit, dumper))
print("PyYAML", yaml.__version__, seen)
sys.exit(0 if seen and all(row == ("plain", "explicit") for row in seen.values()) else 1)
PYTHON
