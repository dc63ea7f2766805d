"""Facts with a row a scope and a row a call (or a call and kind of key)."""


class Rows:
    """Scopes by id; `anyOf` with `when`, `otherwise` and `kind`."""

    def __init__(self, facts, overlay):
        self.facts = facts
        self.id = overlay["id"]
        self.make = overlay["x-make"]
        self.by_id = {scope["id"]: scope for scope in facts["scopes"]}

    # Scopes

    def categories(self):
        result, placed = [], set()
        for item in self.make["categories"]:
            entries = []
            for id in self.members(item):
                placed.add(id)
                entries += self.entries(self.by_id[id], item)
            result.append({"name": item["name"], "summary": item["summary"], "scopes": entries})
        missing = [id for id in self.by_id if id not in placed]
        if missing:
            raise SystemExit(f"{self.id}: no category takes {', '.join(missing)}")
        return result

    def members(self, item):
        return item["scopes"]

    def entries(self, scope, item):
        entry = {"id": scope["id"], **self.common(scope)}
        if scope.get("includes"):
            entry["includes"] = scope["includes"]
        kinds = scope.get("kind")
        if isinstance(kinds, list):
            entry["kinds"] = [self.make["kindOf"][kind] for kind in kinds]
        return [entry]

    def common(self, scope):
        uncertain = scope.get("uncertain")
        return {
            "provenance": "unconfirmed" if uncertain else self.make["sources"][0],
            "deprecated": bool(scope.get("deprecated")),
        }

    # Calls

    def operations(self):
        groups = {}
        for row in self.facts["operations"]:
            groups.setdefault((row["method"], row["path"]), []).append(row)
        return [self.call(method, path, rows) for (method, path), rows in groups.items()]

    def call(self, method, path, rows):
        call = {"method": method, "path": path}
        notes, alternatives = [], []
        for row in rows:
            alternatives += self.alternatives(row)
            note = self.rule(row).get("note")
            if note:
                notes.append(note)
            if row.get("uncertain") and row["stated"]:
                notes.append("Uncertain: " + self.make["uncertain"][row["uncertain"]])
                call["inferred"] = True
        if rows[0].get("also"):
            call["also"] = rows[0]["also"]
        if path in self.make.get("slashes", {}):
            call["slashes"] = self.make["slashes"][path]
        if notes:
            call["summary"] = " ".join(dict.fromkeys(notes))
        if any(row.get("deprecated") for row in rows):
            call["deprecated"] = True
        # What one kind of key needs says nothing of the others: silence stays silence.
        if all(row["stated"] for row in rows):
            call["requires"] = alternatives
        return call

    def rule(self, row):
        """What the overlay makes of the row's `when`."""
        if "when" not in row:
            return {}
        rule = self.make.get("when", {}).get(row["when"])
        if rule is None:
            raise SystemExit(f"{self.id}: the overlay does not know when: {row['when']}")
        return rule

    def alternatives(self, row):
        rule = self.rule(row)
        kinds = [self.make["kindOf"][row["kind"]]] if row.get("kind") else None

        def alternative(scopes, **terms):
            if kinds:
                terms["kinds"] = kinds
            return {"scopes": scopes, **terms} if terms else scopes

        if "second" in rule:
            first, second = row["anyOf"]
            condition = rule["second"]
            return [alternative(second, when=condition), alternative(first, unless=condition)]
        if "by" in rule:
            # Each case has scopes of its own, told by how their ids begin.
            return [
                alternative(scopes, when=self.case(scopes, rule["by"])) for scopes in row["anyOf"]
            ]
        condition = rule.get("condition")
        if not condition:
            return [alternative(scopes) for scopes in row["anyOf"]]
        more = rule.get("add")
        if more:
            otherwise = row["anyOf"]
            return [alternative(scopes + more, when=condition) for scopes in row["anyOf"]] + [
                alternative(scopes, unless=condition) for scopes in otherwise
            ]
        return [alternative(scopes, when=condition) for scopes in row["anyOf"]] + [
            alternative(scopes, unless=condition) for scopes in row.get("otherwise") or []
        ]

    def case(self, scopes, conditions):
        """The condition of the case that scopes are for, by the beginnings of their ids."""
        found = {
            condition
            for start, condition in conditions.items()
            if any(id.startswith(start) for id in scopes)
        }
        if len(found) != 1:
            raise SystemExit(f"{self.id}: {', '.join(scopes)} are for {len(found)} cases, not one")
        return found.pop()


class Levels(Rows):
    """Permissions with levels: a scope a level, and each level brings those before it."""

    def members(self, item):
        return [id for id, scope in self.by_id.items() if scope["kind"] == item["kind"]]

    def entries(self, scope, item):
        entries, lower = [], []
        for level in scope["levels"]:
            id = f"{scope['id']}:{level}"
            entries.append({
                "id": id,
                "permission": scope["name"],
                "level": level,
                **self.common(scope),
                "includes": lower + scope.get("includes", []),
                "kinds": item["kinds"],
            })
            lower = [id]
        return entries
