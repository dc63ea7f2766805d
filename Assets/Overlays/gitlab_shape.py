"""GitLab: permissions of fine-grained tokens by boundary, and the routes that ask for them."""

import re

import words

ACCESS = {"read": "view", "download": "view", "render": "view", "validate": "view",
          "create": "create", "add": "create", "delete": "delete", "purge": "delete"}


class GitLab:
    def __init__(self, facts, overlay):
        self.facts = facts
        self.make = overlay["x-make"]

    def categories(self):
        entries = [(scope.get("category", "Other"), self.entry(scope)) for scope in
                   self.facts["scopes"]]
        order = dict.fromkeys(sorted({name for name, _ in entries}))
        names = {id(entry): name for name, entry in entries}
        return words.grouped(
            [entry for _, entry in entries], lambda entry: names[id(entry)], order,
            self.make["categorySummaries"])

    def entry(self, scope):
        verb = scope["id"].split("_")[0]
        inferred = bool(scope.get("idInferred"))
        return {
            "id": scope["id"],
            "title": scope["name"],
            "access": ACCESS.get(verb, "update"),
            "touches": words.touches(scope["id"], self.make["touches"]),
            "provenance": "unconfirmed" if inferred else self.make["sources"][2],
            "kinds": scope["kind"],
        }

    def operations(self):
        return [self.call(row) for row in self.facts["operations"]]

    def call(self, row):
        path, slashes = template(row["path"])
        call = {"method": row["method"], "path": path}
        if slashes:
            call["slashes"] = slashes
        kinds = {"kinds": row["kind"]} if row.get("kind") else {}
        when = {"when": "private-target"} if row.get("when") else {}
        requires = []
        for scopes in row["anyOf"]:
            terms = {**when, **kinds}
            requires.append({"scopes": scopes, **terms} if terms else scopes)
        for scopes in row.get("otherwise", []):
            requires.append({"scopes": scopes, "unless": "private-target"})
        call["requires"] = requires
        return call


def template(path):
    """A route's pattern as a path template: `:id` is a segment, `*path` several, `(-/)` optional."""
    path = re.sub(r"\([-/*][^)]*\)", "", path)
    several = re.search(r"/\*(\w+)", path)
    path = re.sub(r"[:*](\w+)", r"{\1}", path)
    return path, several.group(1) if several else None
