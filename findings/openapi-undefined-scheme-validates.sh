#!/usr/bin/env bash
# A validator of OpenAPI says nothing of what calls ask for: a requirement may name a security scheme
# that is not defined, a scope that no flow declares, or scopes of an API key in OpenAPI 3.0 (whose
# text demands an empty list there), and the description is valid all the same. So "it validates" does
# not mean that its permissions can be read.
#
# Seen with openapi-spec-validator 0.7.2 on 2026-11-30: the three are accepted; a requirement that is no
# list is refused, so that the validator does look at requirements.
# Exits with 1 where that is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check 'openapi-spec-validator==0.7.2'
"$folder/venv/bin/python" - <<'PYTHON'
import importlib.metadata
import sys
from openapi_spec_validator import validate

def accepts(security):
    document = {
        "openapi": "3.0.3",
        "info": {"title": "Boxes", "version": "1"},
        "components": {"securitySchemes": {
            "oauth": {"type": "oauth2", "flows": {"implicit": {
                "authorizationUrl": "https://boxes.example/a", "scopes": {"box:read": "See boxes"}}}},
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
        }},
        "paths": {"/boxes": {"get": {
            "security": security, "responses": {"200": {"description": "OK"}}}}},
    }
    try:
        validate(document)
        return True
    except Exception:
        return False

seen = {
    "undefined scheme": accepts([{"token": []}]),
    "undeclared scope": accepts([{"oauth": ["ghost"]}]),
    "scopes of an API key": accepts([{"key": ["admin"]}]),
    "no list": accepts({"oauth": ["box:read"]}),
}
print("openapi-spec-validator", importlib.metadata.version("openapi-spec-validator"), seen)
sys.exit(0 if list(seen.values()) == [True, True, True, False] else 1)
PYTHON
