import Calls
import Catalogs
import Documents
import Judgement
import Keys
import Proof
import TerminalUI

// What else there is to know about a key: its rules, its calls, other keys, and what a platform takes.

extension PlainSession {
  /// The page of a rule, a scope or a call.
  func story(of subject: String) -> Reply {
    let rules = state.findings.rules
    if let rule = RulePage(rule: subject, rules: rules) {
      let trace = rules.combination(subject).flatMap {
        AbuseTrace($0, access: KeyAccess(state.editor.design, in: rules.catalog))
      }
      return page(rule.text(width: columns, checkedBy: trace, isForKey: true))
    }
    if let scope = state.catalog.indexOfScope(subject) {
      return page(ScopePage(scope: scope, rules: rules).text)
    }
    let operations = CallResolver(catalog: state.catalog).operations(of: WrittenCall(subject))
    guard operations.isEmpty else {
      return page(
        operations.map { CallPage(operation: $0, catalog: state.catalog).text }
          .joined(separator: "\n\n"))
    }
    let names = rules.infos.map(\.id) + state.catalog.scopes.map(\.id)
    let nearest = NearestName.find(subject, among: names).map { "Did you mean \($0)?" }
    // A URL may hold a password.
    let shown = subject.contains("/") ? "That" : "\"\(subject)\""
    return problem(
      "\(shown) is no rule, scope or call of \(state.catalog.name). "
        + (nearest ?? "findings lists the rules that speak."))
  }

  private func page(_ text: String) -> Reply { Reply(lines: fitted(Sanitizer.lines(of: text))) }

  // MARK: - Calls

  /// Reads a call or a file of calls, and offers the smallest key.
  mutating func need(_ text: String) -> Reply { reporting { $0.take(calls: text) } }

  /// Takes the answer to the smallest key that is offered, or more calls.
  mutating func answer(_ text: String, _ form: CallsForm) -> Reply {
    switch text.lowercased() {
    case "take", "t": return reporting { $0.giveCalls(.apply, form) }
    case "leave", "l", "cancel": return reporting { $0.giveCalls(.back, form) }
    case "": return Reply(lines: introduction)
    default:
      let isNamed = text.hasPrefix("need ")
      return need(isNamed ? String(text.dropFirst(5)) : text)
    }
  }

  /// What is asked about the key as it is.
  mutating func about(_ verb: PlainCommand.Verb, _ argument: String) -> Reply {
    switch verb {
    case .diff: compare(with: argument)
    case .split: split(into: argument)
    case .probe: probe(argument)
    case .results: reporting { _ in [.ask(.probeResults(path: argument))] }
    case .newer: compare(catalog: argument)
    default: native(argument)
    }
  }

  // MARK: - Other keys

  /// Opens another key, or says which there are.
  mutating func open(_ path: String) -> Reply {
    guard path.isEmpty else { return reporting { $0.open(key: path) } }
    let keys = state.beginning.keys
    guard !keys.isEmpty else { return problem("No key was found here. Write open FILE.") }
    return Reply(
      lines: keys.flatMap { wrapped($0.path + ($0.isRecent ? ", used before" : ""), lead: "  ") })
  }

  /// Asks how another key differs from this one.
  mutating func compare(with side: String) -> Reply {
    reporting { [.ask(.comparison(with: side, key: $0.encoded))] }
  }

  /// Asks what another version of the catalog changes.
  mutating func compare(catalog: String) -> Reply { reporting { _ in [.ask(.catalog(catalog))] } }

  /// The key as the platform itself takes it.
  func native(_ name: String) -> Reply {
    let forms = state.catalog.forms
    guard let first = forms.first else {
      return problem("\(state.catalog.name) has no form of its own that is known here.")
    }
    let form = name.isEmpty ? first : forms.first { $0.id == name }
    guard let form else {
      return problem(
        "There is no form \"\(name)\". There are: \(forms.map(\.id).joined(separator: ", ")).")
    }
    do throws(ModelError) {
      let document = try state.native(form)
      let text = document.link ?? String(decoding: document.bytes, as: UTF8.self)
      return Reply(
        lines: wrapped(form.title) + [""] + fitted(Sanitizer.lines(of: text))
          + document.remarks.flatMap { wrapped($0, lead: "Mind: ") })
    } catch {
      return problem(error.description)
    }
  }
}
