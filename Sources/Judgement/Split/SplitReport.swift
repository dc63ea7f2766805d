import Catalogs
import Documents
import Keys

/// A split for people and for scripts.
package struct SplitReport {
  /// The split.
  package let split: KeySplit
  /// The manifest that was split.
  package let manifest: Manifest
  /// The manifest's path; `-` for standard input.
  let path: String

  /// Describes the split of a manifest; a path of `-` is standard input.
  package init(split: KeySplit, manifest: Manifest, path: String) {
    (self.split, self.manifest, self.path) = (split, manifest, path)
  }

  /// What messages call the manifest.
  package var name: String { path == "-" ? "standard input" : path }

  /// Whether nothing is left for a person to settle.
  package var isSettled: Bool { split.unsettled.isEmpty && split.unplaced.isEmpty }

  /// The manifests with the names of their files.
  package var documents: [(name: String, bytes: [UInt8])] {
    let label = manifest.original.details.label
    let name = FileName.plain(label.isEmpty ? Self.stem(of: path) : label)
    let base = name.isEmpty ? "key" : name
    return split.keys.enumerated().map { place, key in
      let number = split.keys.count > 1 ? "-\(place + 1)" : ""
      return ("\(base)\(number).key.json", manifest.encode(key))
    }
  }

  /// What tells a manifest's file from others: its name without the folder and the ending.
  private static func stem(of path: String) -> String {
    let name = path.parts(between: "/").last ?? ""
    let ending = [".key.json", ".json"].first { name.ends(exactlyWith: $0) } ?? ""
    return String(Substring(name.utf8.dropLast(ending.utf8.count)))
  }

  // MARK: - For people

  /// The lines; with the paths of the files, where they were written.
  package func lines(paths: [String]) -> [String] {
    var lines = ["\(name): \(headline)"]
    for (place, key) in split.keys.enumerated() {
      let catalog = manifest.resolvedCatalog
      let calls = key.details.operations.count { !split.unplaced.contains($0) }
      let title =
        [key.details.label.isEmpty ? "no label" : key.details.label]
        + (paths.indices.contains(place) ? [paths[place]] : [])
      lines += ["", title.joined(separator: "  ")]
      let ids = key.scopes.map { catalog.scopes[$0].id } + key.details.unknownScopes
      lines += ids.map { "  " + $0 }
      if calls > 0 { lines.append("  opens \(calls) of the chosen calls") }
    }
    func list(_ title: String, _ items: [String]) {
      if !items.isEmpty { lines += ["", title] + items.map { "  " + $0 } }
    }
    list("Left out, because no chosen call needs them", split.dropped)
    list("Not known to be open to any of the keys", split.unplaced)
    list(
      "Errors that no split can settle",
      split.unsettled.map { finding in
        let scopes = finding.scopes.isEmpty ? "" : finding.scopes.joined(separator: ", ") + ": "
        return "\(finding.rule): \(scopes)\(finding.message)"
      })
    return lines
  }

  private var headline: String {
    let count = split.keys.count
    guard count > 1 else {
      return split.unsettled.isEmpty
        ? "one key is enough." : "one key, with an error that no split can settle."
    }
    return split.isProvenMinimal
      ? "\(count) keys; fewer are not enough."
      : "\(count) keys; it is proven only that fewer than \(split.lowerBound) are not enough."
  }
}
