#!/bin/sh
# JSON writes a character beyond U+FFFF, where it is escaped, as two escapes (RFC 8259, section 7).
# YAML 1.2 promises to read every JSON document, but PyYAML 6.0.2 makes two lone surrogates of them:
# a text that cannot be encoded. ruamel.yaml 0.18.10 does the same. Whoever writes JSON that tools of
# YAML may read leaves such characters unescaped; json.dumps of Python escapes them by default.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check PyYAML==6.0.2 ruamel.yaml==0.18.10
"$folder/venv/bin/python" - <<'PROGRAM'
import io
import json

import ruamel.yaml
import yaml

document = json.dumps({"a": "\U0001F511"})
assert document == '{"a": "\\ud83d\\udd11"}', document
assert json.loads(document)["a"] == "\U0001F511"

for name, read in [
    ("PyYAML " + yaml.__version__, yaml.safe_load),
    (
        "ruamel.yaml " + ruamel.yaml.__version__,
        lambda text: ruamel.yaml.YAML(typ="safe", pure=True).load(io.StringIO(text)),
    ),
]:
    text = read(document)["a"]
    print(name, "reads", ascii(text), "of", document)
    assert text == "\ud83d\udd11", ascii(text)
    try:
        text.encode()
    except UnicodeEncodeError:
        continue
    raise SystemExit(name + " reads what can be encoded now")
PROGRAM
