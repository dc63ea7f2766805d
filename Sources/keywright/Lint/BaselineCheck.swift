import Documents
import Judgement

/// What is asked with a baseline.
struct BaselineRequest {
  /// What becomes of the file.
  enum Use {
    /// It is read.
    case hold
    /// All findings of now are written to it.
    case write
    /// What is settled is taken out of it.
    case prune
  }

  /// The path of the file.
  var path: String
  var use: Use
  /// Whether the findings are about the keys as a set: one file can have those and the others.
  var isAudit: Bool

  /// Sees to it that no file that is read is overwritten.
  func check(against inputs: [String]) throws(ModelError) {
    guard !path.isEmpty else { throw ModelError.emptyFileName }
    if use != .hold { try OutputFile.requireApart(path, from: inputs) }
  }
}

/// Holds findings to a baseline, and keeps it up to date where that is asked.
struct BaselineCheck {
  private let request: BaselineRequest
  private let old: Baseline
  private let paths = RepositoryPath()
  /// The entries that no finding has matched yet, by path and fingerprint.
  private var open: [String: [String: Baseline.Entry]] = [:]
  /// Those of files that are gone, by fingerprint.
  private var moved: [String: [Baseline.Entry]] = [:]
  /// Those that the other command finds: they stay.
  private let others: [Baseline.Entry]
  private var kept: [Baseline.Entry] = []
  private var added: [Baseline.Entry] = []
  /// How many entries of files that were judged have no finding any more.
  private var settled = 0

  /// Reads the baseline.
  ///
  /// - Throws: `ModelError` where it cannot be read, or is not there and is not to be made.
  init(_ request: BaselineRequest) throws(ModelError) {
    self.request = request
    if let bytes = try DocumentFile.readIfPresent(request.path) {
      do {
        old = try Baseline(decoding: bytes)
      } catch {
        throw error.file == nil ? error.inFile(request.path) : error
      }
    } else if request.use == .write {
      old = Baseline()
    } else {
      throw ModelError(
        file: request.path, problem: "there is no such baseline",
        remedy: "Make it with --write-baseline")
    }
    let ofAudit = Set(AuditRules.infos.map(\.id))
    others = old.entries.filter { ofAudit.contains($0.rule) != request.isAudit }
    for entry in old.entries where ofAudit.contains(entry.rule) == request.isAudit {
      if DocumentFile.exists(paths.place(ofRelative: entry.path)) {
        open[entry.path, default: [:]][entry.fingerprint] = entry
      } else {
        moved[entry.fingerprint, default: []].append(entry)
      }
    }
  }

  /// The findings of a manifest that the baseline does not have; accepted ones are in none.
  mutating func unknown(in linted: LintedManifest) -> [Finding] {
    let path = paths.relative(linted.path)
    var prints = Fingerprint()
    var unknown: [Finding] = []
    var known = open[path] ?? [:]
    for finding in linted.findings {
      let print = prints.next(finding, linted)
      guard !finding.isAccepted else {
        unknown.append(finding)
        continue
      }
      let entry = Baseline.Entry(
        path: path, fingerprint: print, rule: finding.rule, scopes: finding.scopes)
      if known.removeValue(forKey: print) != nil || moved[print]?.popLast() != nil {
        kept.append(entry)
      } else {
        unknown.append(finding)
        added.append(entry)
      }
    }
    // What is left of a file that was judged is settled.
    settled += known.count
    open[path] = nil
    return request.use == .write ? linted.findings.filter(\.isAccepted) : unknown
  }

  /// Writes the baseline where that is asked, and says what was held to it.
  ///
  /// What is known of files that were not judged stays in it.
  func finish(isQuiet: Bool) throws(ModelError) {
    let rest = others + open.values.flatMap { Array($0.values) }
    let settled = settled + moved.values.map(\.count).reduce(0, +)
    let text: String
    switch request.use {
    case .hold:
      let hint = settled > 0 ? " (--prune-baseline takes them out)" : ""
      text =
        "\(Counted.text(kept.count, "finding")) known from \(request.path), \(settled) settled\(hint)"
    case .write:
      _ = try DocumentFile.write(Baseline(entries: rest + kept + added).document, to: request.path)
      text = "\(Counted.text(kept.count + added.count, "finding")) written to \(request.path)"
    case .prune:
      _ = try DocumentFile.write(Baseline(entries: rest + kept).document, to: request.path)
      text =
        "\(Counted.text(settled, "settled finding")) taken out of \(request.path), "
        + "\(kept.count + rest.count) left"
    }
    if !isQuiet { Console.say("keywright: " + text) }
  }
}
