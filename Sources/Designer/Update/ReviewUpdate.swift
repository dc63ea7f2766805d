import KeyModel
import TerminalUI

extension DesignerState {
  /// The bytes that a write would give now.
  var encoded: [UInt8] { manifest.encode(editor.design) }

  /// Where a write would go now, as text.
  var targetName: String {
    switch target {
    case .standardOutput: "standard output"
    case .file(let path, _): path
    case .undecided: proposedPath
    }
  }

  /// A path made of the label, or of the catalog's id.
  private var proposedPath: String {
    let label = editor.design.details.label
    let words = (label.isEmpty ? catalog.id : label).lowercased()
      .split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return (words.isEmpty ? catalog.id : words.prefix(6).joined(separator: "-")) + ".key.json"
  }

  mutating func review(_ command: Command, _ review: Review) -> [Effect] {
    switch command {
    case .write:
      let errors = listedFindings.filter { $0.severity == .error && !$0.isAccepted }
      guard errors.isEmpty else {
        mode = .accepting(AcceptanceForm(findings: errors, writesAfterwards: true, user: user))
        return []
      }
      return write()
    case .otherPath:
      mode = .choosingPath(TextField(target == .standardOutput ? proposedPath : targetName))
    case .back: mode = .browsing
    default:
      let height = max(1, LayoutPlan(state: self).body.rows)
      let end = max(0, ReviewView.lines(self).count - height)
      let top = moved(review.top, command, page: height, end: end)
      mode = .reviewing(Review(top: max(0, min(top, end))))
    }
    return []
  }

  /// Asks for the write; the answer comes as an action.
  mutating func write() -> [Effect] {
    switch target {
    case .standardOutput:
      output = encoded
      savedDesign = editor.design
      lastWrite = "wrote \(summary) to standard output"
      return [.quit(.written)]
    case .file(let path, let known):
      let expecting = known.map { DocumentFile.Expectation.bytes($0) } ?? .absent
      return [.write(bytes: encoded, path: path, expecting: expecting)]
    case .undecided:
      return [.write(bytes: encoded, path: proposedPath, expecting: .absent)]
    }
  }

  mutating func wrote(
    _ path: String, _ bytes: [UInt8], _ result: Result<DocumentFile.Outcome, ModelError>
  ) -> [Effect] {
    switch result {
    case .success(.written):
      target = .file(path: path, known: bytes)
      savedDesign = editor.design
      manifest = manifest.saved(editor.design, as: bytes)
      lastWrite = "wrote \(summary) to \(path)"
      message = Message(text: "\(lastWrite ?? ""); q leaves")
      mode = .browsing
    case .success(.changedOnDisk):
      let isNew =
        switch target {
        case .file(let known, .some) where known == path: false
        default: true
        }
      mode = .asking(.overwrite(path: path, isNew: isNew))
    case .failure(let error):
      mode = .reviewing(Review())
      message = Message(text: error.description, isProblem: true)
    }
    return []
  }

  mutating func choosePath(_ command: Command, _ field: TextField) -> [Effect] {
    switch command {
    case .apply:
      let path = field.text
      guard path.contains(where: { $0 != " " }) else {
        message = Message(text: "type a path", isProblem: true)
        return []
      }
      if path != targetName { target = .file(path: path, known: nil) }
      mode = .reviewing(Review())
    case .back: mode = .reviewing(Review())
    default: break
    }
    return []
  }

  /// The key in a few words.
  var summary: String {
    let count = editor.chosenCount + editor.design.details.unknownScopes.count
    let counts = findings.counts
    var text = "\(count) scope\(count == 1 ? "" : "s")"
    if counts.error > 0 { text += ", \(counts.error) error\(counts.error == 1 ? "" : "s")" }
    if counts.warning > 0 {
      text += ", \(counts.warning) warning\(counts.warning == 1 ? "" : "s")"
    }
    if counts.accepted > 0 { text += ", \(counts.accepted) accepted" }
    return text
  }
}
