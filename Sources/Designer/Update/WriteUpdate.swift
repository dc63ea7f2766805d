import Catalogs
import Documents
import Judgement
import Keys
import TerminalUI

extension DesignerState {
  /// Asks for the write; the answer comes as an action.
  mutating func write() -> [Effect] {
    let bytes: [UInt8]
    do throws(ModelError) {
      bytes = try exported()
    } catch {
      resumeReview()
      message = Message(text: error.description, isProblem: true)
      return []
    }
    switch target {
    case .standardOutput where chosenExportPath == nil:
      output = bytes
      savedDesign = editor.design
      lastWrite = "wrote \(summary)\(formatWords) to standard output"
      return [.quit(.written)]
    case .file(let path, let known) where format == .manifest:
      let expecting = known.map { DocumentFile.Expectation.bytes($0) } ?? .absent
      return [.write(bytes: bytes, path: path, expecting: expecting)]
    case .file, .undecided, .standardOutput:
      return [.write(bytes: bytes, path: targetName, expecting: .absent)]
    }
  }

  private var formatWords: String { format == .manifest ? "" : " as \(format.name)" }

  mutating func wrote(
    _ path: String, _ bytes: [UInt8], _ result: Result<DocumentFile.Outcome, ModelError>
  ) -> [Effect] {
    var effects: [Effect] = []
    switch result {
    case .success(.written):
      if format == .manifest {
        target = .file(path: path, known: bytes)
        savedDesign = editor.design
        manifest = manifest.saved(editor.design, as: bytes)
        if drafting.isOn { effects = [.draft(.wrote(bytes: bytes, path: path))] }
      } else if !target.isFile {
        // An export is no place to come back to, but a key that has none is done with it.
        savedDesign = editor.design
      }
      lastWrite = "wrote \(summary)\(formatWords) to \(path)"
      message = Message(text: "\(lastWrite ?? ""); \(key(.quit, in: .tree)) leaves")
      mode = .browsing
    case .success(.changedOnDisk):
      let isNew =
        switch target {
        case .file(let known, .some) where known == path && format == .manifest: false
        default: true
        }
      mode = .asking(.overwrite(path: path, isNew: isNew))
    case .failure(let error):
      resumeReview()
      message = Message(text: error.description, isProblem: true)
    }
    return effects
  }

  mutating func choosePath(_ command: Command, _ field: TextField) -> [Effect] {
    switch command {
    case .apply:
      let path = field.text
      guard path.contains(where: { $0 != " " }) else {
        message = Message(text: "type a path", isProblem: true)
        return []
      }
      if path != targetName { choose(path: path) }
      resumeReview()
    case .back:
      resumeReview()
      if field.text != knownPath {
        message = Message(
          text: "the path stays as it was\(keep(.path(field), ifTyped: true))")
      }
    default: break
    }
    return []
  }

  /// The path that the review's prompt starts with.
  var knownPath: String { target == .standardOutput ? proposedPath : targetName }

  private mutating func choose(path: String) {
    if path == "-" {
      // As everywhere on a command line.
      (target, exportPath) = (.standardOutput, nil)
    } else if format == .manifest {
      target = .file(path: path, known: nil)
    } else {
      exportPath = (path, format)
    }
  }
}
