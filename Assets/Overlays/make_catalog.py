#!/usr/bin/env python3
"""Makes a bundled catalog of a facts document and an overlay: make_catalog.py FACTS OVERLAY

A facts document is what public sources state, and nothing else. The shapes differ, and `shapes.py`
reads them all into the same rows. An overlay holds what is ours: titles, summaries, accesses, what
is touched, rules, presets; its `x-make` says how the facts are read. It is an overlay of
`keywright catalog import` as well.

The facts may also be a catalog that `keywright catalog import` made of a vendor's description: its
`x-make` then says where that is `from`.

A newer source is one command and a look at what it changes:
  make_catalog.py FACTS OVERLAY | keywright catalog show - --format json > ID.json
  keywright catalog diff ID ID.json
"""

import json
import sys

from shapes import SHAPES


def main(facts_path, overlay_path):
    with open(facts_path, encoding="utf-8") as file:
        facts = json.load(file)
    with open(overlay_path, encoding="utf-8") as file:
        overlay = json.load(file)
    json.dump(catalog(facts, overlay), sys.stdout, ensure_ascii=False)
    sys.stdout.write("\n")


def catalog(facts, overlay):
    make = overlay["x-make"]
    shape = SHAPES[make["shape"]](facts, overlay)
    result = {
        "$schema": "urn:keywright:catalog:1",
        "id": overlay["id"],
        "name": overlay["name"],
        "version": facts.get("retrieved") or make["retrieved"],
        "summary": overlay["summary"],
        "sources": make.get("from") or sources(facts, make["sources"]),
        "limits": overlay["x-limits"],
        "servers": overlay["servers"],
    }
    for member in ("kinds", "conditions"):
        if member in make:
            result[member] = make[member]
    result["categories"] = [category(item, overlay) for item in shape.categories()]
    result["operations"] = shape.operations()
    for member in ("combinations", "reviewed", "presets", "forms"):
        if overlay.get(member):
            result[member] = overlay[member]
    if "x-neighbors" in overlay:
        result["neighbors"] = overlay["x-neighbors"]
    check(result, overlay)
    return result


def sources(facts, names):
    if len(names) != len(facts["sources"]):
        raise SystemExit(f"{len(names)} names for {len(facts['sources'])} sources")
    result = []
    for name, source in zip(names, facts["sources"]):
        where = [source["repository"], source["path"], (source.get("commit") or "")[:12]]
        result.append({"name": name, "location": ", ".join(part for part in where if part)[:500]})
    return result


def category(item, overlay):
    """A category with what the overlay says of its scopes."""
    result = {"name": item["name"]}
    if item.get("summary"):
        result["summary"] = item["summary"]
    if item.get("scopes"):
        result["scopes"] = [scope(entry, overlay) for entry in item["scopes"]]
    if item.get("categories"):
        result["categories"] = [category(inner, overlay) for inner in item["categories"]]
    return result


ORDER = [
    "id", "title", "summary", "permission", "level", "access", "touches", "provenance",
    "deprecated", "includes", "inferred", "kinds", "native",
]


def scope(entry, overlay):
    merged = {**entry, **overlay.get("scopes", {}).get(entry["id"], {})}
    return {name: merged[name] for name in ORDER if merged.get(name)}


def check(result, overlay):
    """What the overlay names and the facts do not have is said: it was renamed or taken away."""
    ids = set()

    def walk(categories):
        for item in categories:
            ids.update(entry["id"] for entry in item.get("scopes", []))
            walk(item.get("categories", []))

    walk(result["categories"])
    missing = [id for id in overlay.get("scopes", {}) if id not in ids]
    if missing:
        raise SystemExit(f"{overlay['id']}: the facts have no scope {', '.join(missing)}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(sys.argv[1], sys.argv[2])
