@testable import Calls
@testable import Catalogs

extension CallTally {
  private static let komerza = CallResolver(catalog: Samples.komerza)

  /// What a reading of Komerza's calls gives.
  static func of(_ read: (inout CallTally) throws -> Void) rethrows -> CallTally {
    var tally = CallTally(resolver: komerza)
    tally.input = "sample"
    try read(&tally)
    return tally
  }

  /// The operations called, with their counts where they are more than one.
  var calls: [String] {
    operations.map { index in
      resolver.catalog.operations[index].call + (counts[index] > 1 ? " x\(counts[index])" : "")
    }
  }

  /// The faults, as a message says them.
  var faultTexts: [String] {
    faults.map { fault in
      let place =
        switch fault.place {
        case .argument: "argument"
        case .line(let line): "line \(line)"
        case .entry(let entry): "entry \(entry)"
        }
      return "\(place): \(fault.problem) x\(fault.count)"
    }
  }
}
