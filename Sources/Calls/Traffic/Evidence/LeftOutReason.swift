/// Why something that looks like a call is left out: it is none of the key's.
enum LeftOutReason {
  static let preflight = "an OPTIONS call, which a browser makes without the key"
  static let tunnel = "a tunnel through a proxy (CONNECT), whose calls it does not show"
  static let preface = "the start of an HTTP/2 connection"
  static let notHTTP = "a request that is not HTTP"
  static let otherProtocol = "an address that is not HTTP"
  static let noCall = "a line without a call"
  static let comment = "a command in a comment"
  static let printed = "a command that is printed, not run"
  static let hereDocument = "a command in a body that is sent"
  static let noMethod = "an address without a method"

  static func host(_ name: String) -> String { "a call to another host, \(name) (--host adds it)" }
  static let otherHosts = "a call to further other hosts"
}

/// Why something that may be a call is not understood.
enum UnreadReason {
  static let variable = "a variable that the record does not set is part of the call"
  static let variableHost = "a variable is the host, and no such path is known"
  static let openQuote = "a quote opens on the line and is never closed"
  static let otherFile = "the command reads its calls or options from another file"
  static let tooNested = "the command is nested too deeply"
  static let noURL = "the command names no URL"
  static let unknownOption =
    "the command has an option that is not known, and a value may follow it"
  static let cutAddress = "the address is cut off"
  static let pattern = "the path is a pattern, not a path"
  static let anyMethod = "the call states no single method"
  static let extraWords = "the request has words after its target"
  static let noMethod = "the line names the address of a call, and no method"
  static let unclearAnswer = "the line leaves open whether the call was refused"
  static let binary = "the line is binary"
  static let brokenJSON = "the line is not whole JSON"
  static let surrogate = "the line's path has half a surrogate pair"
  static let methodOverride = "a header names another method than the command"
}
