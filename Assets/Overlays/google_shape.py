"""Google: scopes of the Workspace APIs, any one of which is enough for a method that lists it."""

import words

PREFIX = "https://www.googleapis.com/auth/"


class Google:
    def __init__(self, facts, overlay):
        self.make = overlay["x-make"]
        self.apis = {row["api"]: row for row in facts["apis"] if row["api"] in self.make["apis"]}
        self.needed = {(row["api"], row["s"]): row["anyOf"] for row in facts["requirements"]}
        self.rows = [row for row in facts["operations"] if row["api"] in self.apis]
        named = {scope for row in self.apis.values() for scope in row["scopes"]}
        self.scopes = [scope for scope in facts["scopes"] if scope["id"] in named]
        self.covers = {
            row["scope"]: [id for id in row["covers"] if id in named] for row in facts["covers"]
        }

    # Scopes

    def categories(self):
        make = self.make
        entries = [self.entry(scope) for scope in self.scopes]
        return words.grouped(
            entries,
            lambda entry: words.first_match(entry["id"], make["categories"], "Other"),
            dict.fromkeys(name for name, _ in make["categories"]),
            make["categorySummaries"],
        )

    def entry(self, scope):
        id = scope["id"]
        name = id.removeprefix(PREFIX)
        covered = [
            other for other in self.covers.get(id, [])
            # Scopes that open the same calls grant one another, which says nothing.
            if id not in self.covers.get(other, [])
        ]
        notes = []
        if scope.get("broad"):
            notes.append("One of the broadest.")
        if scope.get("limited"):
            notes.append("Opens its calls only for a part of what they reach.")
        if scope.get("kind"):
            notes.append(self.make["kindNotes"][scope["kind"]])
        return {
            "id": id,
            "title": title(name),
            "summary": " ".join(notes),
            "access": words.first_match(name, self.make["access"], "update"),
            "touches": words.touches(name, self.make["touches"]),
            "provenance": self.make["sources"][0],
            "includes": covered,
            "inferred": ["title", "category", "access"] + (["includes"] if covered else []),
        }

    # Methods

    def operations(self):
        groups = {}
        for row in self.rows:
            base = "/" + self.apis[row["api"]]["base"].split("/", 3)[3]
            groups.setdefault((row["method"], base + row["path"]), []).append(row)
        return [self.call(method, path, rows) for (method, path), rows in groups.items()]

    def call(self, method, path, rows):
        call = {"method": method, "path": path, "tag": rows[0]["api"]}
        if any(row.get("deprecated") for row in rows):
            call["deprecated"] = True
        if any(row.get("stated", True) is False for row in rows):
            return call
        sets = [needed for row in rows for needed in self.needed[row["api"], row["s"]]]
        call["requires"] = list(map(list, dict.fromkeys(map(tuple, sets))))
        if any(row.get("union") for row in rows):
            call["inferred"] = True
            call["summary"] = "Which scope is enough depends on what is asked for."
        if len(rows) > 1:
            # Hosts tell these apart, and paths do not.
            call["inferred"] = True
            call["summary"] = "Served by several APIs: " + ", ".join(row["api"] for row in rows) + "."
        return call


def title(name):
    """`gmail.readonly` as words: Gmail, read only."""
    if not name.startswith("https:"):
        parts = [part for part in name.replace("_", ".").split(".") if part]
        text = " ".join(parts).replace("readonly", "(read only)")
        return text[:1].upper() + text[1:]
    return name
