import Catalogs
import Documents
import Judgement
import Keys

extension Key {
  /// Asks all rules of the catalog, the program and the policy.
  ///
  /// - Parameters:
  ///   - policy: how a team wants the rules.
  ///   - today: the day that rotation dates and acceptances are held against.
  /// - Returns: the findings, strongest first; accepted ones are among them.
  public func lint(policy: Policy = Policy(), today: Day) -> [Finding] {
    findings(policy: policy, today: today).list().map { Finding(inner: $0, catalog: catalog) }
  }

  func findings(policy: Policy, today: Day) -> Findings {
    let rules = RuleSet(catalog: catalog.inner, policy: policy.inner)
    return Findings(rules: rules, design: design, today: today.inner)
  }

  /// Carries the edit of a remedy out.
  ///
  /// - Throws: `ModelError` where the remedy was found in a key of another catalog.
  public mutating func apply(_ remedy: Remedy) throws(ModelError) {
    guard remedy.catalog.inner === catalog.inner else {
      throw ModelError(
        "the remedy \"\(remedy.text)\" was found with another catalog than the key's",
        remedy: "Lint this key and apply what is found in it")
    }
    remedy.inner.apply(to: &design)
  }
}

/// How a team wants the rules: severities, scopes that are forbidden, limits, further rules.
public struct Policy: Sendable {
  let inner: Judgement.Policy

  /// A policy that changes nothing.
  public init() { inner = Judgement.Policy() }

  /// Decodes and validates a policy.
  ///
  /// - Parameters:
  ///   - document: a policy as JSON, version 1.
  ///   - catalogs: those whose rules and scopes it may name.
  /// - Throws: `ModelError` with its place; a name that no catalog has is an error.
  public init(decoding document: [UInt8], catalogs: [Catalog]) throws(ModelError) {
    inner = try ModelError.wrap { () throws(Documents.ModelError) in
      try Judgement.Policy(decoding: document, catalogs: catalogs.map(\.inner))
    }
  }
}
