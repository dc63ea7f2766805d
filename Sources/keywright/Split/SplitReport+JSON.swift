import Documents
import Judgement
import Keys

extension SplitReport {
  /// The document.
  var json: JSONNode {
    .object([
      ("keys", .lines(split.keys.map { manifest.node($0) })),
      (
        "minimum",
        .object([
          ("proven", .boolean(split.isProvenMinimal)), ("atLeast", .integer(split.lowerBound)),
        ])
      ),
      ("dropped", .strings(split.dropped)), ("unplaced", .strings(split.unplaced)),
      ("unsettled", .array(split.unsettled.map { JSONReport.finding($0) })),
    ])
  }
}
