"""Words out of identifiers, and what their words say."""

import re


def split(name):
    """`listBucketVersions` or `DescribeDBClusters` as words: list, Bucket, Versions."""
    return re.findall(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+", name)


def lower(word):
    """A word as it stands inside a sentence; abbreviations stay as they are."""
    return word if word.isupper() and len(word) > 1 else word.lower()


def title(name):
    words = [lower(word) for word in split(name)]
    text = " ".join(words)
    return text[:1].upper() + text[1:]


TOUCHES = [
    "money", "personal data", "credentials", "goods", "settings", "content", "rights",
]


def touches(id, rules):
    """What the overlay's patterns say that a scope of this name touches, in the catalog's order."""
    return [name for name in TOUCHES if name in rules and re.search(rules[name], id)]


def first_match(id, rules, default=None):
    """The name of the first pattern that an id fits."""
    for name, pattern in rules:
        if re.search(pattern, id):
            return name
    return default


def grouped(entries, key, order, summaries):
    """Entries in categories by name: those of `order` first, the others as they come."""
    groups = {name: [] for name in order}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry)
    return [
        {"name": name, "summary": summaries.get(name, ""), "scopes": members}
        for name, members in groups.items()
        if members
    ]
