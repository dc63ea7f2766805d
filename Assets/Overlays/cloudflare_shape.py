"""Cloudflare: permission groups of API tokens; any one of those that a call lists is enough."""

import words

ACCESS = {"read": "view", "write": "update"}
NAMES = {"account": "Account", "zone": "Zone", "user": "User"}


class Cloudflare:
    def __init__(self, facts, overlay):
        self.facts = facts
        self.make = overlay["x-make"]

    def categories(self):
        order = ["Account", "Zone", "Account or zone", "User"]
        places = {}
        entries = []
        # The levels of a group stand one behind the other, the least first.
        levels = ["read", "write", "purge", "revoke"]
        scopes = sorted(
            self.facts["scopes"],
            key=lambda scope: (scope["group"].lower(), levels.index(scope["level"])))
        for scope in scopes:
            kinds = scope.get("kind") or scope["seenOn"]
            kinds = [kinds] if isinstance(kinds, str) else kinds
            place = NAMES[kinds[0]] if len(kinds) == 1 else "Account or zone"
            entry = self.entry(scope, stated=bool(scope.get("kind")))
            places[id(entry)] = place
            entries.append(entry)
        return words.grouped(
            entries, lambda entry: places[id(entry)], order, self.make["categorySummaries"])

    def entry(self, scope, stated):
        word = scope["id"].removeprefix(scope["group"]).strip(" :") or scope["level"]
        return {
            "id": scope["id"],
            "title": scope["id"],
            "permission": scope["group"],
            "level": word.lower(),
            "access": ACCESS.get(scope["level"], scope["level"]),
            "touches": words.touches(scope["id"], self.make["touches"]),
            "provenance": self.make["sources"][0],
            "inferred": None if stated else ["category"],
        }

    def operations(self):
        result = []
        for row in self.facts["operations"]:
            call = {"method": row["method"], "path": row["path"]}
            if row["stated"]:
                call["requires"] = row["anyOf"]
            if row["stated"] and row.get("uncertain"):
                call["inferred"] = True
            result.append(call)
        return result
