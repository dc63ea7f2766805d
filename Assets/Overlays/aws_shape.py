"""AWS: the actions that policies name, and the operations of its clients that they authorize."""

import words

LEVELS = {
    "L": "List", "R": "Read", "W": "Write", "T": "Tagging", "P": "Permissions management",
}


class AWS:
    def __init__(self, facts, overlay):
        self.facts = facts
        self.make = overlay["x-make"]
        # IAM compares the names of actions without case.
        self.spelling = {action["a"].lower(): action["a"] for action in facts["actions"]}

    # Actions

    def categories(self):
        names = {row["service"]: row["name"] for row in self.facts["services"]}
        groups = {service: {level: [] for level in LEVELS} for service in names}
        for action in self.facts["actions"]:
            groups[action["a"].split(":")[0]][action["l"]].append(self.entry(action))
        return [
            {
                "name": f"{name} ({service})",
                "categories": [
                    {"name": LEVELS[level], "scopes": entries}
                    for level, entries in groups[service].items()
                    if entries
                ],
            }
            for service, name in sorted(names.items(), key=lambda item: item[1].lower())
            if any(groups[service].values())
        ]

    def entry(self, action):
        id = action["a"]
        entry = {"id": id, "title": words.title(id.split(":")[1])}
        level = action["l"]
        entry["access"] = {"L": "view", "R": "view", "T": "tag", "P": "admin"}.get(level)
        if level == "W":
            # The source says no more than that it writes.
            verb = words.split(id.split(":")[1])[0]
            entry["access"] = {"Create": "create", "Delete": "delete"}.get(verb, "update")
            entry["inferred"] = ["access"] if entry["access"] != "update" else None
        touches = words.touches(id, self.make["touches"])
        if level == "P" and "rights" in words.TOUCHES:
            touches = [name for name in words.TOUCHES if name in touches or name == "rights"]
        entry["touches"] = touches
        further = action.get("d", [])
        if further:
            entry["summary"] = f"By its options also needs {listed(further)}."
        entry["provenance"] = self.make["sources"][0]
        return entry

    # Operations of clients

    def operations(self):
        found = {}
        for row in self.facts["sdkSame"]:
            for name in row["operations"]:
                found[f"{row['sdk']}.{name}"] = [f"{row['prefix']}:{name}"]
        for row in self.facts["sdkDifferent"]:
            found[row["op"]] = row["actions"]
        # The vendor's own table is newer than the map.
        for row in self.facts["s3Operations"]:
            found[row["op"]] = row["authorizedActions"]
        return [self.call(name, actions) for name, actions in sorted(found.items())]

    def call(self, operation, actions):
        client, name = operation.split(".")
        call = {"method": "POST", "path": f"/{client}/{name}"}
        declared = [self.spelling.get(action.lower()) for action in actions]
        if len(actions) == 1:
            if declared[0]:
                call["requires"] = [declared]
            return call
        # All that it may check, by options and resources: neither all of it is needed nor is any
        # one enough. The action of its own name is the plain case.
        own = [
            action for action in declared
            if action and action.split(":")[1].lower() == name.lower()
        ]
        if own:
            call["requires"] = [own[:1]]
            call["inferred"] = True
        further = [action for action in declared if action and action not in own[:1]]
        text = "May also check " if own else "May check "
        if further:
            call["summary"] = (text + ", ".join(further))[:590] + "."
        return call


def listed(names, most=24):
    """Names with commas; of many the first ones and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
