"""Microsoft Graph: permissions by kind of token, with the calls that each opens."""

import re

import words

KINDS = {
    "DelegatedWork": "delegated-work",
    "DelegatedPersonal": "delegated-personal",
    "Application": "application",
}
CONSENT = "resource-specific"
# Without a signed-in user there is no "me".
OF_SIGNED_IN = re.compile(r"/me(/|$|\()", re.IGNORECASE)


class Graph:
    def __init__(self, facts, overlay):
        self.facts = facts
        self.make = overlay["x-make"]
        self.requirements = {row["r"]: row for row in facts["requirements"]}
        self.of_consent = {
            scope["id"] for scope in facts["scopes"] if scope.get("authorization") == "RSC"
        }

    # Scopes

    def categories(self):
        make = self.make
        entries = [self.entry(scope) for scope in self.facts["scopes"]]
        return words.grouped(
            entries,
            lambda entry: words.first_match(entry["id"], make["categories"], "Other"),
            dict.fromkeys(name for name, _ in make["categories"]),
            make["categorySummaries"],
        )

    def entry(self, scope):
        id = scope["id"]
        entry = {
            "id": id,
            "title": scope.get("name") or id,
            "access": words.first_match(id, self.make["access"], "update"),
            "touches": words.touches(id, self.make["touches"]),
            "provenance": self.make["sources"][1 if scope.get("notInPermissionsFile") else 0],
            "inferred": ["category", "access"],
            "kinds": [],
            "native": {},
        }
        consent = []
        for name, kind in KINDS.items():
            facts = scope["kinds"].get(name)
            if facts is None:
                continue
            kind = CONSENT if id in self.of_consent else kind
            entry["kinds"].append(kind)
            guid = facts.get("guid") or facts.get("guidProvisioning")
            if guid:
                entry["native"][kind] = guid
            if name == "DelegatedWork":
                consent.append(
                    "Delegated, an administrator has to consent."
                    if facts.get("adminConsent")
                    else "Delegated, a user can consent."
                )
        if id in self.of_consent:
            consent = ["Given for one team or chat at a time, through the app's manifest."]
        elif entry["kinds"] == ["application"]:
            consent = ["An administrator has to consent."]
        if consent:
            entry["summary"] = consent[0]
        return entry

    # Calls

    def operations(self):
        twins = self.twins()
        result = []
        for row in self.facts["operations"]:
            for method, name in row.items():
                if method == "path":
                    continue
                names = [name] + [
                    other[method]
                    for other in twins.get(row["path"], [])
                    if method in other and other["path"] != row["path"]
                ]
                result.append(self.call(method, row["path"], names))
        return result

    def twins(self):
        """For each path those that are the same but for case and the names of parameters."""
        rows = {row["path"]: row for row in self.facts["operations"]}
        result = {}
        for group in self.facts["twins"]:
            # The collections of agents have ids that are reserved: they are no twins.
            if any(path.lower().startswith("/agentregistry/") for path in group["paths"]):
                continue
            for path in group["paths"]:
                result[path] = [rows[other] for other in group["paths"] if other in rows]
        return result

    def call(self, method, path, names):
        call = {"method": method, "path": encoded(path)}
        sets = {}
        dropped = False
        for name in names:
            for kind, needed in self.requirements[name].items():
                if kind == "r":
                    continue
                if kind == "Application" and OF_SIGNED_IN.match(path):
                    dropped = True
                    continue
                for scopes in self.alternatives(method, needed):
                    is_consent = any(scope in self.of_consent for scope in scopes)
                    kinds = sets.setdefault(tuple(scopes), [])
                    kinds.append(CONSENT if is_consent else KINDS[kind])
        if sets:
            call["requires"] = [
                {"scopes": list(scopes), "kinds": list(dict.fromkeys(kinds))}
                for scopes, kinds in sets.items()
            ]
        elif dropped:
            call["summary"] = "Listed for applications alone, which have no signed-in user."
        return call

    def alternatives(self, method, needed):
        """The sets, the least first."""
        alone = set(needed.get("partnerAlone", []))
        sets = [sorted(scopes) for scopes in needed["anyOf"]]
        if method != "GET" and any(len(scopes) > 1 for scopes in sets):
            # A partner that stands alone as well is a slip of the source: not enough to write.
            sets = [scopes for scopes in sets if not (len(scopes) == 1 and scopes[0] in alone)]
        least = [sorted(scopes) for scopes in needed.get("leastForMethod", [])]
        marked = set(needed.get("least", []))

        def rank(scopes):
            if scopes in least:
                return 0
            return 1 if set(scopes) & marked else 2

        return sorted(sets, key=rank)


def encoded(path):
    """A path as catalogs take it: no blanks."""
    return "".join(c if "!" <= c <= "~" else f"%{ord(c):02X}" for c in path)
