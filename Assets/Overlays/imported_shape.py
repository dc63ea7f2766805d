"""A catalog that `keywright catalog import` made: its scopes, calls and requirements, and no sentences."""

import words

ACCESS = {"read": "view", "list": "view", "create": "create", "delete": "delete"}


class Imported:
    """Scopes written as `resource:verb`; the overlay names the resources and puts them in categories."""

    def __init__(self, facts, overlay):
        self.facts = facts
        self.id = overlay["id"]
        self.make = overlay["x-make"]

    def categories(self):
        placed = {}
        for item in scopes(self.facts["categories"]):
            placed.setdefault(item["id"].split(":")[0], []).append(item["id"])
        result = []
        for category in self.make["categories"]:
            entries = []
            for resource, name in category["resources"].items():
                entries += [self.entry(id, name) for id in sorted(placed.pop(resource), key=order)]
            result.append(
                {"name": category["name"], "summary": category["summary"], "scopes": entries})
        if placed:
            raise SystemExit(f"{self.id}: no category takes {', '.join(placed)}")
        return result

    def entry(self, id, name):
        verb = id.split(":")[1]
        known = self.make["verbs"].get(verb)
        if known is None:
            raise SystemExit(f"{self.id}: the overlay has no word for {id}")
        return {
            "id": id,
            "title": f"{known} {name}",
            "access": ACCESS.get(verb, "update"),
            "touches": words.touches(id, self.make["touches"]),
            "provenance": self.make["sources"][0],
        }

    def operations(self):
        return [self.call(row) for row in self.facts["operations"]]

    def call(self, row):
        call = {"method": row["method"], "path": row["path"]}
        if row.get("deprecated"):
            call["deprecated"] = True
        if "requires" in row:
            call["requires"] = row["requires"]
        if row.get("inferred"):
            call["inferred"] = True
        return call


def order(id):
    """Reading before changing, and changing before deleting."""
    verbs = ["read", "list", "create", "update", "write", "delete"]
    verb = id.split(":")[1]
    return (verbs.index(verb) if verb in verbs else len(verbs), verb)


def scopes(categories):
    for category in categories:
        yield from category.get("scopes", [])
        yield from scopes(category.get("categories", []))
