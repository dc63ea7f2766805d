import ArgumentParser
import Documents
import SystemPackage

/// A report that is asked for, as `FORMAT` or `FORMAT=FILE`.
struct LintOutput: ExpressibleByArgument {
  /// The form.
  var format: LintFormat
  /// The file; nil is standard output.
  var file: String?

  init(format: LintFormat, file: String? = nil) {
    self.format = format
    self.file = file
  }

  init?(argument: String) {
    let parts = argument.utf8.split(
      separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    guard let format = parts.first.flatMap({ LintFormat(rawValue: String(Substring($0))) }) else {
      return nil
    }
    self.format = format
    file = parts.count > 1 ? String(Substring(parts[1])) : nil
  }

  static var allValueStrings: [String] { LintFormat.allCases.map(\.rawValue) }
}

/// All reports that are asked for.
struct LintOutputs {
  /// The reports, those for files first: standard output is written last.
  private let outputs: [LintOutput]

  /// The reports, with `--output` put in.
  ///
  /// - Parameters:
  ///   - asked: what `--format` names; nothing is text.
  ///   - file: the value of `--output`, for a report that names no file itself.
  /// - Throws: `ValidationError` where two reports would go to one place.
  init(_ asked: [LintOutput], file: String?) throws {
    var outputs = asked.isEmpty ? [LintOutput(format: .text)] : asked
    let open = outputs.indices.filter { outputs[$0].file == nil }
    if let file {
      guard open.count == 1 else {
        throw ValidationError(
          "--output takes the one report that names no file itself. "
            + "Write --format FORMAT=FILE for each.")
      }
      outputs[open[0]].file = file == "-" ? nil : file
    }
    for index in outputs.indices where outputs[index].file == "-" { outputs[index].file = nil }
    guard outputs.count(where: { $0.file == nil }) < 2 else {
      throw ValidationError(
        "Two reports would go to standard output. Write --format FORMAT=FILE for all but one.")
    }
    self.outputs = outputs.filter { $0.file != nil } + outputs.filter { $0.file == nil }
  }

  /// Whether text on standard output is all that is asked for: it can be printed as it comes.
  var isTextAlone: Bool {
    outputs.count == 1 && outputs[0].file == nil && outputs[0].format == .text
  }

  /// Whether a report goes to standard output.
  var usesStandardOutput: Bool { outputs.contains { $0.file == nil } }

  /// Sees to it that every file can be meant, before anything is read or written.
  ///
  /// - Throws: `ModelError` where two reports go to one file, or one to a file that is read.
  func check(against inputs: [String]) throws(ModelError) {
    var seen: [(path: String, status: Stat?)] = []
    for file in outputs.compactMap(\.file) {
      guard !file.isEmpty else { throw ModelError.emptyFileName }
      let (path, status) = (Self.whole(file), try? Stat(FilePath(file)))
      let isTaken = seen.contains { other in
        guard let status, let known = other.status else { return other.path == path }
        return status.inode == known.inode && status.deviceID == known.deviceID
      }
      guard !isTaken else {
        throw ModelError(
          file: file, problem: "two reports would go to this file", remedy: "Name another for one")
      }
      seen.append((path, status))
      try OutputFile.requireApart(file, from: inputs)
    }
  }

  /// Writes all reports; of each file the whole report or nothing.
  ///
  /// - Throws: `ModelError` for the first that cannot be written.
  func write(_ results: LintResults, color: ColorChoice, isQuiet: Bool) throws(ModelError) {
    for output in outputs {
      guard let file = output.file else {
        if !isQuiet { output.format.report(results, hasColor: color.isOn(for: 1)).print() }
        continue
      }
      let bytes = output.format.report(results, hasColor: color == .always).bytes
      _ = try DocumentFile.write(bytes, to: file)
    }
  }

  private static func whole(_ path: String) -> String {
    let folder = Environment.currentFolder ?? ""
    return FilePath(folder).pushing(FilePath(path)).lexicallyNormalized().string
  }
}
