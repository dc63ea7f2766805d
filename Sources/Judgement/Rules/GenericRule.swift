/// A rule of the program's own: it is the same for every catalog.
///
/// What it is stands once in the program, not in each rule: a start makes twenty of them.
protocol GenericRule {
  static var info: RuleInfo { get }
}

extension GenericRule {
  var info: RuleInfo { Self.info }
}
