import Catalogs
import Keys

/// A rule's page: made from the very table that the program runs on.
package struct RulePage: Sendable {
  /// What the rule is.
  package let info: RuleInfo
  /// The pair of designs that shows it; nil where the catalog cannot be told one.
  package let example: RuleExample?
  let calls: [(call: String, effect: String)]
  /// Where somebody says that it is dangerous; may be empty.
  let source: String
  /// The catalog of its example.
  package let catalog: Catalog

  /// The page of a rule, or nil where there is none of that id.
  package init?(rule id: String, rules: RuleSet) {
    let ofSet = AuditRules.infos.first { $0.id == id }
    guard let info = rules.info(id) ?? ofSet else { return nil }
    self.info = info
    catalog = GenericExamples.catalog(for: id, beside: rules.catalog)
    if let combination = rules.combination(id) {
      let catalog = rules.catalog
      calls = combination.trace.map { (catalog.operations[$0.operation].call, $0.effect) }
      source = combination.source
      example = RuleExample(combination, catalog: rules.catalog)
    } else {
      calls = []
      source = ""
      example =
        ofSet == nil
        ? GenericExamples(catalog: catalog).example(of: id)
        : AuditExamples(catalog: catalog).example(of: id)
    }
  }

  /// The manifest of one of its examples, as a document.
  package func manifest(_ example: RuleExample.Case) -> [UInt8] {
    Manifest(catalog: catalog).encode(example.design)
  }

  /// The page as plain text, in lines of at most `width` characters where words allow it.
  ///
  /// - Parameters:
  ///   - width: the columns of a line.
  ///   - trace: what each call is to a key, where the page is for one.
  ///   - isForKey: whether the page is for a key: a rule that tells no calls then says so.
  /// - Returns: the lines.
  package func text(
    width: Int = 80, checkedBy trace: AbuseTrace? = nil, isForKey: Bool = false
  ) -> String {
    let width = max(40, width)
    var lines = [
      "\(info.id) (\(info.severity.rawValue), \(info.confidence.rawValue), since \(info.since))"
    ]
    func add(_ heading: String, _ text: String) {
      lines += TextWrap.hanging(heading, text, width: width)
    }
    add("  ", info.title)
    lines.append("")
    add("Fires when    ", info.trigger)
    add("Consequence   ", info.consequence)
    add("Remedy        ", info.remedy)
    if !calls.isEmpty { lines += ["", "The calls, in order"] }
    if let trace {
      for (number, step) in trace.steps.enumerated() {
        lines.append("  \(number + 1). \(step.mark)  \(step.call)")
        add("     ", step.note)
        add("     ", step.reason)
      }
      add("  ", trace.verdict)
    } else {
      for (number, step) in calls.enumerated() {
        lines.append("  \(number + 1). \(step.call)")
        add("     ", step.effect)
      }
    }
    if isForKey, trace == nil {
      lines.append("")
      lines += TextWrap.lines(
        "The rule tells no calls: there are none to check against this key.", width: width)
    }
    if !info.story.isEmpty { lines += [""] + TextWrap.lines(info.story, width: width) }
    if !source.isEmpty {
      lines.append("")
      add("Source        ", source)
    }
    if let example {
      lines += section("A bad manifest, on \(RuleExample.day)", example.bad, width)
      lines += section("A good manifest, on the same day", example.good, width)
      for design in example.beside {
        lines += section("Beside it, both times", RuleExample.Case(design), width)
      }
      if !example.calls.isEmpty {
        lines += ["", "The calls that were made"] + example.calls.map { "  " + $0 }
      }
    }
    return lines.joined(separator: "\n")
  }

  private func section(_ title: String, _ example: RuleExample.Case, _ width: Int) -> [String] {
    func document(_ bytes: [UInt8]) -> [String] {
      bytes.split(separator: UInt8(ascii: "\n")).flatMap { line in
        TextWrap.json("  " + String(decoding: line, as: UTF8.self), width: width)
      }
    }
    let policy = example.policy.map { ["", "under the policy"] + document($0) } ?? []
    return ["", title] + document(manifest(example)) + policy
  }
}

extension RuleSet {
  /// The combination behind a rule, where the catalog or the policy brought it as data.
  package func combination(_ id: String) -> Combination? {
    combinationRule(id)?.combination
  }

  /// Says whether a rule is the policy's own.
  package func isOfPolicy(_ id: String) -> Bool {
    combinationRule(id)?.isOfPolicy ?? false
  }
}
