import BitCollections
import Catalogs
import Judgement
import Keys

/// A key about which a test asks one rule.
struct RuleProbe {
  var design: KeyDesign
  var rules: RuleSet

  init(
    _ ids: String..., catalog: Catalog = Samples.komerza, policy: Policy = Policy(),
    edit: (inout KeyDetails) -> Void = { _ in }
  ) {
    rules = RuleSet(catalog: catalog, policy: policy)
    design = Samples.design(ids, in: catalog)
    edit(&design.details)
  }

  /// What a rule finds in the key.
  func findings(_ rule: String) -> [Finding] {
    Samples.findings(design, rules: rules).filter { $0.rule == rule }
  }

  /// The key after a rule's first remedy.
  func mended(_ rule: String) -> RuleProbe {
    var copy = self
    findings(rule).first?.remedy?.apply(to: &copy.design)
    return copy
  }
}
