import Documents

/// A description as it was given: the document, and the name of its file.
struct NamedDocument {
  var document: SourceDocument
  var name: String
}

/// The forms of descriptions, told by what stands in them.
enum DescriptionForm {
  case openAPI
  case kubernetes
  case discovery
  case graph
  case serviceReference
  case actionList

  /// The form of a document; nil where it is none that is known.
  init?(_ root: JSONValue) {
    if root.member("openapi") != nil || root.member("swagger") != nil {
      self = KubernetesReader.isItsForm(root) ? .kubernetes : .openAPI
    } else if DiscoveryReader.isItsForm(root) {
      self = .discovery
    } else if GraphReader.isItsForm(root) {
      self = .graph
    } else if ServiceReferenceReader.isItsForm(root) {
      self = .serviceReference
    } else if ActionListReader.isItsForm(root) {
      self = .actionList
    } else {
      return nil
    }
  }

  /// Whether several documents make one catalog.
  private var takesSeveral: Bool {
    switch self {
    case .discovery, .serviceReference, .actionList: true
    case .openAPI, .kubernetes, .graph: false
    }
  }

  /// Reads documents of one form, in whichever it is.
  static func read(
    _ documents: [NamedDocument], options: ImportOptions
  ) throws(ModelError) -> ReadDescription {
    guard let first = documents.first else {
      throw ModelError(problem: "there is no document", remedy: "Give a description of an API")
    }
    let root = first.document.root
    guard let form = DescriptionForm(root) else { throw ForeignDocument.error(root) }
    for other in documents.dropFirst() {
      guard form.takesSeveral, DescriptionForm(other.document.root) == form else {
        throw other.document.root.error(
          "this does not make one catalog with \(first.name)",
          remedy: "Give several Discovery documents or AWS service references, and other "
            + "descriptions one by one"
        ).inFile(other.name)
      }
    }
    var description: ReadDescription
    switch form {
    case .openAPI:
      var reader = OpenAPIReader(root: root, options: options)
      try reader.read()
      description = reader.description()
    case .kubernetes: description = try KubernetesReader.read(root, options)
    case .discovery: description = try DiscoveryReader.read(documents, options)
    case .graph: description = try GraphReader.read(root, options)
    case .serviceReference: description = try ServiceReferenceReader.read(documents, options)
    case .actionList: description = try ActionListReader.read(documents, options)
    }
    for document in documents {
      for flaw in document.document.flaws {
        let file = document.name == first.name ? nil : document.name
        description.notes.append(ImportNote(at: flaw.value, file: file, text: flaw.problem))
      }
    }
    return description
  }
}
