import ArgumentParser
import Catalogs
import Documents
import SystemPackage
import TerminalUI

/// Asks on the terminal which catalog is meant: `--catalog ?`.
enum CatalogQuestion {
  /// What stands in the place of a catalog's id where it is asked for.
  static let word = "?"

  /// The id chosen.
  ///
  /// - Throws: `ModelError` where there is no terminal to ask on; the exit status of leaving where
  ///   no answer is given.
  static func ask() throws -> String {
    let terminal: FileDescriptor
    do {
      terminal = try FileDescriptor.open("/dev/tty", .readWrite, options: .closeOnExec)
    } catch {
      throw ModelError(
        problem: "there is no terminal on which to ask for the catalog",
        remedy: "Name one of these with --catalog: " + CatalogSource.ids.joined(separator: ", "))
    }
    defer { try? terminal.close() }
    let ids = CatalogSource.ids
    let catalogs = ids.map { id in (try? CatalogSource(choice: id).load()) ?? nil }
    var lines = ["Which catalog?"]
    for (place, id) in ids.enumerated() {
      let about =
        catalogs[place].map { "\($0.name), " + Counted.text($0.scopes.count, "scope") }
        ?? "cannot be read"
      lines.append("  \(place + 1)  \(id)  (\(about))")
    }
    try say(lines, on: terminal)
    while true {
      try asIfLeft {
        try Console.write(prompt: "Number or id [1]: ", to: terminal, charset: Console.locale)
      }
      guard let answer = try line(from: terminal) else { throw ExitStatus.left }
      if answer.isEmpty { return ids[0] }
      if let number = Int(answer), (1...ids.count).contains(number) { return ids[number - 1] }
      if ids.contains(answer) { return answer }
      try say(["There is no \"\(answer)\"."], on: terminal)
    }
  }

  private static func say(_ lines: [String], on terminal: FileDescriptor) throws {
    try asIfLeft { try Console.write(lines: lines, to: terminal, charset: Console.locale) }
  }

  /// A terminal that takes no more is gone, and with it the person.
  private static func asIfLeft(_ work: () throws -> Void) throws {
    do { try work() } catch { throw ExitStatus.left }
  }

  /// A line without spaces around it; nil at the end.
  private static func line(from terminal: FileDescriptor) throws -> String? {
    var bytes: [UInt8] = []
    while bytes.count < 1000 {
      var byte: [UInt8] = [0]
      // A terminal that is gone has ended.
      let count = (try? byte.withUnsafeMutableBytes { try terminal.readWaiting(into: $0) }) ?? 0
      if count == 0 { return bytes.isEmpty ? nil : trimmed(bytes) }
      if byte[0] == 0x0A { return trimmed(bytes) }
      bytes.append(byte[0])
    }
    return trimmed(bytes)
  }

  private static func trimmed(_ bytes: [UInt8]) -> String {
    bytes.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}
