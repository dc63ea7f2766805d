import TerminalUI

// Files beside the key: from the page that shows them to the folder, never over a file unasked.

extension DesignerState {
  /// Opens the line for commands with the one that writes what a page shows.
  mutating func offerToWrite(_ report: Report) {
    guard let offer = report.offer else { return }
    mode = .commanding(CommandLine(field: TextField(offer)), over: mode)
  }

  mutating func wrote(_ files: NewFiles, _ outcome: NewFilesOutcome) {
    switch outcome {
    case .written(let paths):
      let names = paths.prefix(3).joined(separator: ", ")
      let rest = paths.count > 3 ? " and \(paths.count - 3) more" : ""
      message = Message(text: "wrote \(names)\(rest)\(files.advice)")
    case .inTheWay(let paths): mode = .asking(.replaceFiles(files, there: paths, over: mode))
    case .failed(let reason): message = Message(text: reason, isProblem: true)
    }
  }

  mutating func answer(
    _ command: Command, replacing files: NewFiles, there: [String], over covered: Mode
  ) -> [Effect] {
    mode = covered
    switch command {
    case .overwrite:
      var files = files
      files.mayReplace = Set(there)
      return [.writeFiles(files)]
    case .otherPath: mode = .commanding(CommandLine(field: TextField(files.line)), over: covered)
    default: message = Message(text: "nothing was written")
    }
    return []
  }
}

extension Question {
  /// What is said of files that are in the way.
  static func sentence(inTheWay paths: [String]) -> String {
    let rest = paths.count - 1
    return paths[0]
      + (rest == 0 ? " exists already." : " and \(rest) more of these files exist already.")
  }
}
