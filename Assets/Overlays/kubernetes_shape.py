"""Kubernetes: what RBAC asks for each call, worked out from method and path as the server does it."""

import words

VERBS = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"]
ACCESS = {
    "get": "view", "list": "view", "watch": "view", "create": "create", "update": "update",
    "patch": "update", "delete": "delete", "deletecollection": "delete",
}
TITLES = {
    "get": "Get", "list": "List", "watch": "Watch", "create": "Create", "update": "Update",
    "patch": "Patch", "delete": "Delete", "deletecollection": "Delete all",
}
OLD_SERVER = "before 1.35, or feature gate AuthorizePodWebsocketUpgradeCreatePermission off"
CLUSTER = "cluster-role"


class Kubernetes:
    def __init__(self, facts, overlay):
        self.facts = facts
        self.make = overlay["x-make"]

    # Scopes

    def categories(self):
        groups = {}
        for scope in self.facts["scopes"]:
            group = scope.get("group")
            name = "Addresses" if group is None else group or "core"
            groups.setdefault(name, []).append(scope)
        result = []
        for name in sorted(groups, key=lambda name: (name == "Addresses", name != "core", name)):
            scopes = sorted(
                groups[name],
                key=lambda scope: (
                    scope.get("resource") or scope["nonResourceURL"], VERBS.index(scope["verb"])
                ),
            )
            result.append({
                "name": name,
                "summary": self.make["categorySummaries"].get(name, ""),
                "scopes": [self.entry(scope) for scope in scopes],
            })
        return result

    def entry(self, scope):
        verb = scope["verb"]
        what = scope.get("resource") or scope["nonResourceURL"]
        entry = {
            "id": scope["id"],
            "title": f"{TITLES[verb]} {what}",
            "access": "connect" if scope.get("connect") else ACCESS[verb],
            "touches": words.touches(scope["id"], self.make["touches"]),
            "provenance": self.make["sources"][0],
        }
        if scope.get("resource"):
            entry["permission"] = what
            entry["level"] = verb
        if not scope.get("namespaced"):
            entry["kinds"] = [CLUSTER]
        return entry

    # Calls

    def operations(self):
        return [self.call(row) for row in self.facts["operations"]]

    def call(self, row):
        call = {"method": row["method"], "path": row["path"]}
        if row["path"].endswith("/proxy/{path}"):
            call["slashes"] = "path"
        if row.get("deprecated"):
            call["deprecated"] = True
        if row.get("stated", True):
            call["requires"] = list(self.alternatives(row))
        # Nobody states these for machines: they follow from the path by the server's own rules.
        call["inferred"] = True
        return call

    def alternatives(self, row):
        # Without a namespace in the path a Role, which holds in one namespace, is not enough.
        kinds = {} if row.get("ns") else {"kinds": [CLUSTER]}

        def alternative(scopes, **terms):
            terms = {**terms, **kinds}
            return {"scopes": scopes, **terms} if terms else scopes

        for scopes in row["anyOf"]:
            if row.get("watch"):
                yield alternative(scopes, unless="watching")
                yield alternative([row["watch"]], when="watching")
            elif row.get("when"):
                (older,) = row["when"]
                if older["server"] != OLD_SERVER:
                    raise SystemExit(f"kubernetes: unknown server {older['server']}")
                yield alternative(scopes, when="newer-server")
                for fewer in older["anyOf"]:
                    yield alternative(fewer, unless="newer-server")
            else:
                yield alternative(scopes)
