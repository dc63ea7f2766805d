import Documents

extension ObjectShape {
  /// The shape of a line that is one object; nil where its answer depends on more than a few values.
  ///
  /// Goes the way of `ObjectReader`, and gives up wherever that would look for calls in the inside of
  /// another value.
  static func learn(from line: Span<UInt8>) -> ObjectShape? {
    let bytes = line.indices.map { line[$0] }
    guard let document = try? JSONDocument(forgiving: bytes), document.root.kind == .object,
      document.flaws.isEmpty
    else { return nil }
    var learner = Learner(bytes: bytes)
    guard learner.gather(document.root, prefix: "", isAnswer: false, depth: 0) else { return nil }
    return learner.finished
  }

  private struct Learner {
    /// Names whose values decide what they mean: a shape cannot say it of every line.
    private static let dependingOnValue: Set<String> = ["code", "stage", "verb"]

    let bytes: [UInt8]
    private var shape = ObjectShape()
    private var end = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var finished: ObjectShape {
      var shape = shape
      shape.end(with: bytes[end...])
      return shape
    }

    private mutating func add(_ value: JSONValue, _ kind: Kind, _ use: Use) {
      let source = value.source
      let quote = kind == .string ? 1 : 0
      shape.add(kind, use, after: bytes[end..<(source.startIndex + quote)])
      end = source.endIndex - quote
    }

    /// Goes through an object as `ObjectReader.gather` does; false where it gives up.
    mutating func gather(
      _ object: JSONValue, prefix: String, isAnswer: Bool, depth: Int
    ) -> Bool {
      for (name, value) in object.members {
        let key = CallNames.normalized(name.utf8)
        let whole = prefix + key
        let meaning =
          (prefix.isEmpty ? nil : CallNames.meanings[whole]) ?? CallNames.meanings[key]
        if meaning?.role == .pattern || !isAnswer && Self.dependingOnValue.contains(key) {
          return false
        }
        if addScalar(value, Self.use(meaning, key, isAnswer: isAnswer)) { continue }
        let isNamed = meaning != nil || isAnswer && key == "code"
        if value.kind == .array, isNamed { return false }
        if ObjectReader.headers.contains(key), !isAnswer {
          add(value, .headers, .nothing)
          continue
        }
        // What stands in a request is looked at by its names alone.
        let isClosed = ObjectReader.closed.contains(key) || depth > 0 && !isAnswer
        guard value.kind == .object else {
          guard addArray(value, isClosed: isClosed) else {
            return false
          }
          continue
        }
        guard depth < 3, ObjectReader.scalar(value) == nil else { return false }
        let isRead: Bool
        if ObjectReader.answers.contains(key) {
          isRead =
            value["method"] == nil && isQuiet(value)
            && gather(
              value, prefix: "", isAnswer: true, depth: depth + 1)
        } else if key == "status", isAnswer {
          isRead = gather(value, prefix: "status", isAnswer: true, depth: depth + 1)
        } else if ObjectReader.requests.contains(key), !isAnswer, depth == 0 || !prefix.isEmpty {
          isRead = gather(value, prefix: whole, isAnswer: false, depth: depth + 1)
        } else if isClosed {
          add(value, .closed, .nothing)
          isRead = true
        } else {
          isRead = isQuiet(value) && pass(value)
        }
        guard isRead else { return false }
      }
      return true
    }

    private mutating func addScalar(_ value: JSONValue, _ use: Use) -> Bool {
      switch value.kind {
      case .string: add(value, .string, use)
      case .number: add(value, .number, use)
      case .boolean, .null: add(value, .word, .nothing)
      case .array, .object: return false
      }
      return true
    }

    private mutating func addArray(_ value: JSONValue, isClosed: Bool) -> Bool {
      let isFlat = value.elements.allSatisfy { $0.kind != .object && $0.kind != .array }
      guard isClosed || isFlat else { return false }
      add(value, isClosed ? .closed : .list, .nothing)
      return true
    }

    /// Adds the values of an object in which no call is.
    private mutating func pass(_ object: JSONValue) -> Bool {
      for (_, value) in object.members where !addScalar(value, .nothing) {
        let isRead = value.kind == .object ? pass(value) : addArray(value, isClosed: false)
        guard isRead else { return false }
      }
      return true
    }

    /// Says whether an object that `ObjectReader` looks into can never hold a call.
    private func isQuiet(_ object: JSONValue) -> Bool {
      object.members.allSatisfy { name, value in
        let key = CallNames.normalized(name.utf8)
        switch CallNames.meanings[key]?.role {
        case .method, .requestLine, .route, .pattern: return false
        default: break
        }
        guard value.kind == .object || value.kind == .array else { return true }
        guard !ObjectReader.requests.contains(key), !ObjectReader.answers.contains(key) else {
          return false
        }
        return value.kind == .object
          ? isQuiet(value)
          : value.elements.allSatisfy { $0.kind != .object && $0.kind != .array }
      }
    }

    private static func use(_ meaning: CallNames.Meaning?, _ key: String, isAnswer: Bool) -> Use {
      guard let meaning else {
        return isAnswer && key == "code" ? .status(rank: 0) : .nothing
      }
      guard !isAnswer || meaning.role == .status else { return .nothing }
      switch meaning.role {
      case .method: return .method
      case .address: return .address(rank: meaning.rank)
      case .host: return .host(rank: meaning.rank)
      case .port: return .port
      case .status: return .status(rank: meaning.rank)
      case .route, .pattern, .requestLine, .text: return .nothing
      }
    }
  }
}
