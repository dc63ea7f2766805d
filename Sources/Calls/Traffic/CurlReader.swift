import Documents

/// Reads the calls of curl command lines, as people paste them.
///
/// The method is that of `-X`; else HEAD for `-I`, GET for `-G`, PUT for `-T`, POST where a body is
/// sent; else GET. Variables fill a segment each. Commands other than curl are passed over, and of
/// curl's words everything but method and URL is dropped: headers, bodies, users.
package enum CurlReader {
  /// Reads a text's calls.
  ///
  /// - Throws: `ModelError` where the text has no curl command with a URL.
  package static func read(_ bytes: [UInt8], into tally: inout CallTally) throws(ModelError) {
    var reader = ShellReader(bytes)
    reader.read()
    for line in reader.openQuotes {
      tally.addFault("a quote opens on the line and is never closed", at: .line(line))
    }
    var count = 0
    for command in reader.commands {
      guard let words = curlWords(of: command) else { continue }
      let calls = calls(of: words)
      if calls.isEmpty, !words.isEmpty {
        tally.addFault("the curl command names no URL", at: .line(command.line))
      }
      for call in calls { tally.add(call, at: .line(command.line)) }
      count += calls.count
    }
    guard count > 0 else {
      throw ModelError(
        problem: "the text holds no curl command with a URL",
        remedy: "Paste command lines such as `curl https://…`")
    }
  }

  // MARK: - Which commands

  /// Words that may stand before a command.
  private static let leaders = Set(
    ["sudo", "doas", "env", "time", "nohup", "exec", "command", "xargs", "watch", "if", "while"]
      + ["until", "then", "do", "else", "!", "{", "PS"])

  /// The words after `curl`; nil where the command is another.
  private static func curlWords(of command: ShellCommand) -> ArraySlice<[UInt8]>? {
    var hasLeader = false
    for (index, word) in command.words.enumerated() {
      let text = String(decoding: word.prefix(256), as: UTF8.self)
      if isCurl(text) { return command.words[(index + 1)...] }
      let isOption = hasLeader && text.utf8.first == UInt8(ascii: "-")
      guard isOption || isLeader(text) || isPrompt(text) || isAssignment(word) else { return nil }
      hasLeader = true
    }
    return nil
  }

  private static func isCurl(_ text: String) -> Bool {
    let name = text.drop { $0 == "!" || $0 == "@" }.split { "/\\>".contains($0) }.last ?? ""
    return name == "curl" || name.lowercased() == "curl.exe"
  }

  private static func isLeader(_ text: String) -> Bool {
    leaders.contains(text) || text.hasPrefix("(")
  }

  /// `$`, `user@host:~$`, `C:\>`, `%`, and what else ends in the sign of a prompt.
  private static func isPrompt(_ text: String) -> Bool {
    text.last.map { "$%>#❯➜»λ".contains($0) } ?? false
  }

  private static func isAssignment(_ word: [UInt8]) -> Bool {
    guard let sign = word.firstIndex(of: UInt8(ascii: "=")), sign > 0 else { return false }
    return word[..<sign].allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x5F
    }
  }

  // MARK: - Which calls

  /// What one command says before `--next`.
  private struct Request {
    var method: [UInt8]?
    var isHead = false
    var isGet = false
    var isUpload = false
    var hasBody = false
    var urls: [[UInt8]] = []

    var calls: [WrittenCall] {
      let word =
        if isGet { "GET" } else if isHead { "HEAD" } else if isUpload { "PUT" } else if hasBody {
          "POST"
        } else { "GET" }
      return urls.map { WrittenCall(method: method ?? Array(word.utf8), target: $0) }
    }

    /// Takes an option in.
    mutating func use(_ option: String, _ value: [UInt8]) {
      switch option {
      case "request": method = value
      case "head": isHead = true
      case "get": isGet = true
      case "upload-file": isUpload = true
      case "url": urls.append(value)
      default: if CurlOptions.withBody.contains(option) { hasBody = true }
      }
    }
  }

  private static func calls(of words: ArraySlice<[UInt8]>) -> [WrittenCall] {
    var requests = [Request()]
    var index = words.startIndex
    var isPastOptions = false
    func use(_ option: String, _ value: [UInt8]) {
      if option == "next" { requests.append(Request()) }
      requests[requests.count - 1].use(option, value)
    }
    /// The next word, as an option's value.
    func value() -> [UInt8] {
      guard index < words.endIndex else { return [] }
      defer { index += 1 }
      return words[index]
    }
    while index < words.endIndex {
      let word = words[index]
      index += 1
      let isOption = word.first == UInt8(ascii: "-") && word.count > 1 && !isPastOptions
      if !isOption {
        if word != [UInt8(ascii: "-")] { use("url", word) }
      } else if word == Array("--".utf8) {
        isPastOptions = true
      } else if word[1] == UInt8(ascii: "-") {
        let parts = word.dropFirst(2).split(
          separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        var name = String(decoding: parts[0], as: UTF8.self)
        if name.hasPrefix("expand-") { name = String(name.dropFirst(7)) }
        if parts.count > 1 {
          use(name, Array(parts[1]))
        } else if CurlOptions.longWithValue.contains(name) {
          use(name, value())
        } else {
          use(name, [])
        }
      } else {
        var letters = word.dropFirst()
        while let letter = letters.popFirst() {
          let name = CurlOptions.longOfShort[letter] ?? ""
          guard CurlOptions.shortWithValue.contains(letter) else {
            use(name, [])
            continue
          }
          use(name, letters.isEmpty ? value() : Array(letters))
          break
        }
      }
    }
    return requests.flatMap(\.calls)
  }
}
