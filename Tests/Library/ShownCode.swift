import Foundation

/// Code of these tests that a page shows: what people copy has run.
enum ShownCode {
  /// A file of the project.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: URL(filePath: root + "/" + path), encoding: .utf8)
  }

  /// The project's folder.
  static let root = "\(#filePath)".split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  /// Whether a page shows what stands in a file between the lines `// From here.` and `// To here.`,
  /// however far indented.
  static func isShown(from file: String, on page: String) throws -> Bool {
    let lines = { (text: String) in
      text.split(separator: "\n").map { $0.drop { $0 == " " } }
    }
    let code = try lines(text("Tests/Library/" + file))
    guard let start = code.firstIndex(of: "// From here."),
      let end = code.firstIndex(of: "// To here."), start + 1 < end
    else { return false }
    let shown = try lines(text(page))
    return shown.indices.contains { shown[$0...].starts(with: code[(start + 1)..<end]) }
  }
}
