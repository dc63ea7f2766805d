import Calls
import Catalogs
import Documents
import Judgement
import Keys
import Proof

// The keys of a split and the script of a probe: shown, and written where a place is named.

extension PlainSession {
  /// The fewest keys that do the work of this one; with a folder, they are written there.
  mutating func split(into folder: String) -> Reply {
    let path = state.manifestPath
    let split = KeySplit(state.editor.design, rules: state.findings.rules, today: state.today)
    let report = SplitReport(split: split, manifest: state.manifest, path: path)
    guard folder.isEmpty else {
      let documents = report.documents.map { NewFiles.File(name: $0.name, bytes: $0.bytes) }
      let advice = report.isSettled ? "" : "; something is left that no split can settle"
      return reporting { _ in
        [
          .writeFiles(
            NewFiles(
              files: documents, folder: folder, line: "split \(folder)",
              advice: advice))
        ]
      }
    }
    let names = report.documents.map(\.name).joined(separator: ", ")
    return Reply(
      lines: fitted(report.lines(paths: [])) + [""]
        + wrapped("split FOLDER writes \(names) there."),
      offer: "split \(Self.folder(of: path))")
  }

  /// The calls that show whether an issued key is this one; with a path, a script of them is written.
  mutating func probe(_ argument: String) -> Reply {
    var path = argument
    var base: String?
    if let last = argument.split(separator: " ").last,
      last.hasPrefix("https://") || last.hasPrefix("http://")
    {
      base = String(last)
      path = String(argument.dropLast(last.count))
      while path.last == " " { path.removeLast() }
    }
    let plan = ProbePlan(state.editor.design, catalog: state.catalog)
    guard !plan.calls.isEmpty else {
      return problem("No scope can be tested: the catalog knows no harmless call.")
    }
    guard path.isEmpty else { return write(plan, to: path, base: base) }
    let stem = Self.stem(of: state.manifestPath)
    return Reply(
      lines: lines(of: plan) + [""]
        + wrapped(
          "probe FILE writes a script that makes these calls; results FILE reads its answers."),
      offer: "probe \(stem).probe.sh" + (base.map { " \($0)" } ?? ""))
  }

  private mutating func write(_ plan: ProbePlan, to path: String, base: String?) -> Reply {
    guard let address = base ?? state.catalog.servers.first else {
      return problem(
        "The catalog states no address for \(state.catalog.name). Name it after the file: "
          + "probe \(path) https://api.example.com")
    }
    do throws(ModelError) {
      let script = ProbeScript(plan, base: try ProbeBase(address, isNamed: base != nil))
      let files = NewFiles(
        files: [NewFiles.File(name: path, bytes: Array(script.text.utf8))], folder: nil,
        line: "probe \(path)" + (base.map { " \($0)" } ?? ""),
        advice: "; run it with KEYWRIGHT_API_KEY set, then results keywright-probe.jsonl")
      return reporting { _ in [.writeFiles(files)] }
    } catch {
      return problem(
        "\(sentence(error.problem)) Name the platform's address after the file, "
          + "such as https://api.example.com.")
    }
  }

  private func lines(of plan: ProbePlan) -> [String] {
    var lines = wrapped(
      "\(plan.calls.count) scope\(plan.calls.count == 1 ? "" : "s") can be tested with harmless calls, "
        + "\(plan.untested.count) cannot.")
    let chosen = Set(state.editor.design.scopes.map { state.catalog.scopes[$0].id })
    for (title, isChosen) in [("Should be open", true), ("Should be refused", false)] {
      let calls = plan.calls.filter { chosen.contains($0.scope) == isChosen }
      guard !calls.isEmpty else { continue }
      lines += ["", "\(title) (\(calls.count))"]
      lines += calls.flatMap { wrapped("\($0.call), for \($0.scope)", lead: "  ") }
    }
    let untested = plan.untested.filter(\.isChosen)
    if !untested.isEmpty {
      lines += ["", "Chosen and not tested (\(untested.count))"]
      lines += untested.flatMap { wrapped("\($0.scope): \($0.reason)", lead: "  ") }
    }
    return lines
  }

  private static func folder(of path: String) -> String {
    let folder = path.parts(between: "/").dropLast().joined(separator: "/")
    return folder.isEmpty ? (path.starts(exactlyWith: "/") ? "/" : ".") : folder
  }

  private static func stem(of path: String) -> String {
    let ending = [".key.json", ".json"].first { path.ends(exactlyWith: $0) } ?? ""
    return String(Substring(path.utf8.dropLast(ending.utf8.count)))
  }
}
