import Documents

extension Operation {
  /// The members of a call.
  static let table = FieldTable<Operation>(
    title: "a call", says: "One API call.", definition: "operation",
    fields: [
      Field(
        "method", { $1(&$0.method) }, .method(pattern: "^[A-Z]([A-Z-]*[A-Z])?$"),
        "The HTTP method, in upper case.", need: .required, isInRow: true),
      Field(
        "path", { $1(&$0.pathText) }, .path, "The path template, parameters in braces.",
        need: .required,
        isInRow: true),
      Field(
        "also", { $1(&$0.otherMethods) }, .otherMethods,
        "Further methods by which the same call can be made."),
      Field(
        "slashes", { $1(&$0.slashParameter) }, .slashParameter,
        "The path parameter, without its braces, whose value may hold slashes."),
      Field(
        "summary", { $1(&$0.summaryText) }, .text(600), "What the call does, in a sentence.",
        isInRow: true),
      Field(
        "tag", { $1(&$0.tag) }, .text(200), "The vendor's group of calls that it belongs to.",
        isInRow: true),
      Field(
        "deprecated", { $1(&$0.isDeprecated) }, .flag,
        "Present and true when the platform discourages it.",
        isInRow: true),
      Field(
        "requires",
        "Alternatives, any of which suffices; each is a set of scopes that are all needed. [[]] means that none is needed. Absent means that the reference states nothing, which does not mean none. At most \(Condition.maximumCountOfCall) conditions a call.",
        holds: "list of sets of scopes, or of objects",
        schema: { .list([("oneOf", .array(Alternative.schemas))], [("minItems", .integer(1))]) },
        inner: { Alternative.table.shape },
        read: { (value, operation, reading) throws(ModelError) in
          operation.alternatives = try Alternative.all(in: value, &reading)
        },
        write: { operation, writing in
          operation.alternatives.map { .array($0.map { $0.node(writing) }) }
        }),
      Field(
        "inferred", { $1(&$0.isInferred) }, .flag,
        "Present and true where the requirement was read out of prose or names.", isInRow: true),
    ])

  /// What the call requires, with when each alternative counts; nil where nothing is stated.
  var alternatives: [Alternative]? {
    get {
      guard case .anyOf(let sets) = requirement else { return nil }
      return sets.indices.map {
        Alternative(scopes: sets[$0], terms: terms.isEmpty ? Operation.Terms() : terms[$0])
      }
    }
    set {
      guard let newValue else {
        (requirement, terms) = (.notStated, [])
        return
      }
      requirement = .anyOf(newValue.map(\.scopes))
      terms = newValue.allSatisfy(\.terms.areNone) ? [] : newValue.map(\.terms)
    }
  }

  /// Checks what the members say of one another.
  func check(_ value: JSONValue) throws(ModelError) {
    if let also = value["also"], otherMethods.contains(method) {
      throw also.error("the method \(method) is named twice", remedy: "Keep one of them")
    }
    guard let slashParameter, let value = value["slashes"] else { return }
    guard !path.contains(bytesOf: "{\(slashParameter)}") else { return }
    let parameters = path.parts(between: "{").dropFirst().compactMap { part in
      part.contains(exactly: "}") ? part.parts(between: "}").first : nil
    }
    throw value.error(
      "the path \"\(path)\" has no parameter \"\(slashParameter)\"",
      remedy: NearestName.suggestion(slashParameter, among: parameters)
        ?? "Name one of its parameters, without the braces")
  }
}

extension Form<String> {
  /// An HTTP method.
  static func method(pattern: String) -> Form {
    text(holds: "method", schema: .text(0...20, pattern: pattern)) {
      (value) throws(ModelError) in
      let method = try TextCheck.line(value)
      guard Operation.isMethod(method) else {
        throw value.error(
          "\"\(method)\" is not an HTTP method", remedy: "Write it in capitals, such as GET")
      }
      return method
    }
  }
}

extension Form<LazyText> {
  static var path: Form {
    Form<String>.text(
      holds: "path", schema: .text(0...1_000, pattern: "^/[!-~]*$")
    ) { (value) throws(ModelError) in
      let path = try TextCheck.line(value)
      guard path.utf8.first == UInt8(ascii: "/") else {
        throw value.error(
          "the path \"\(path)\" does not start with a slash", remedy: "Start it with /")
      }
      return path
    }.lazy
  }
}

extension Form<[String]> {
  static var otherMethods: Form {
    Form(
      holds: "list of methods",
      schema: {
        .list(
          .text(0...20, pattern: "^[A-Z]+$"),
          [("minItems", .integer(1)), ("uniqueItems", .boolean(true))])
      },
      isAbsent: \.isEmpty,
      read: { (list, reading) throws(ModelError) in
        var methods: [String] = []
        for value in try list.requireElements() {
          let method = try Form<String>.method(pattern: "").read(value, &reading)
          guard !methods.contains(method) else {
            throw value.error("the method \(method) is named twice", remedy: "Keep one of them")
          }
          methods.append(method)
        }
        return methods
      },
      write: { value, _ in .strings(value) },
      pack: { value, writer in writer.list(value) { $1.name($0) } },
      unpack: { reader in reader.list(ofWords: 1) { $0.name() } })
  }
}

extension Form<String?> {
  static var slashParameter: Form {
    Form(
      holds: "parameter", schema: { .text(1...200, pattern: "^[!-~]*$") }, isAbsent: { $0 == nil },
      read: { (value, _) throws(ModelError) in try TextCheck.line(value) },
      write: { value, _ in .string(value ?? "") },
      pack: { $1.optionalName($0) }, unpack: { $0.optionalName() })
  }
}
