import Catalogs
import Documents

/// Where in a template filling in stands.
struct FormPlace {
  /// The scope that a part is there for.
  var grant: FormFiller.Grant?
  /// What names of the pattern stand for.
  var captures: [String: String] = [:]
  /// The address that a part is there for.
  var address: String?
  /// The scopes of the group around.
  var items: [FormPlace] = []
}

extension FormFiller {
  /// The document with a final newline.
  mutating func write(_ format: NativeForm.Format) throws(ModelError) -> [UInt8] {
    if format == .url, case .object(let members) = template.root {
      return Array((try link(members) + "\n").utf8)
    }
    let node = try fill(template.root, FormPlace()) ?? .object([])
    switch (format, node) {
    case (.yaml, .array(let documents)): return YAMLWriter.write(documents)
    case (.yaml, _): return YAMLWriter.write([node])
    case (.toml, .object(let members)): return TOMLWriter.write(members)
    case (.text, _):
      var lines: [String] = []
      Self.collect(node, into: &lines)
      return Array(lines.map { $0 + "\n" }.joined().utf8)
    default: return JSONWriter.write(node)
    }
  }

  private static func collect(_ node: JSONNode, into lines: inout [String]) {
    switch node {
    case .string(let line): lines.append(line)
    case .array(let elements), .lines(let elements):
      for element in elements { collect(element, into: &lines) }
    default: lines.append(String(decoding: JSONWriter.writeCompact(node), as: UTF8.self))
    }
  }

  /// A part filled in; nil where it is left out.
  ///
  /// An array of which every part is there for each of several things, and none is, is left out with
  /// its name, and so is an object of which every member is.
  mutating func fill(_ node: FormNode, _ place: FormPlace) throws(ModelError) -> JSONNode? {
    switch node {
    case .constant(let source): return .raw(source)
    case .text(let text): return try fill(text, place).map { .string($0) }
    case .list(let nodes):
      var elements: [JSONNode] = []
      var isFixed = nodes.isEmpty
      for node in nodes {
        if case .each(let each) = node, each.separator == nil {
          elements += try fillAll(each, place)
        } else {
          isFixed = true
          if let element = try fill(node, place) { elements.append(element) }
        }
      }
      return elements.isEmpty && !isFixed ? nil : .array(elements)
    case .object(let members):
      var filled: [(name: String, value: JSONNode)] = []
      for member in members {
        if let value = try fill(member.value, place), let name = try fill(member.name, place) {
          filled.append((name, value))
        }
      }
      return filled.isEmpty && !members.isEmpty ? nil : .object(filled)
    case .each(let each):
      let all = try fillEach(each, place)
      guard !all.isEmpty else { return try fallback(of: each, place) }
      guard let separator = each.separator else { return all.first }
      return .string(try each.start + join(all, separator))
    }
  }

  /// Texts as one; none may hold what stands between them, or one would be read as two.
  private func join(_ nodes: [JSONNode], _ separator: String) throws(ModelError) -> String {
    var texts: [String] = []
    for case .string(let text) in nodes {
      guard let sign = separator.unicodeScalars.first, !text.unicodeScalars.contains(sign) else {
        throw ModelError(
          problem: "\"\(text)\" holds what stands between two entries of the form's list",
          remedy: "Take it out; the list could not be read back")
      }
      texts.append(text)
    }
    return texts.joined(separator: separator)
  }

  /// What is there for each, or in its place where there is none.
  private mutating func fillAll(
    _ each: FormEach, _ place: FormPlace
  ) throws(ModelError) -> [JSONNode] {
    let all = try fillEach(each, place)
    guard all.isEmpty, let instead = try fallback(of: each, place) else { return all }
    return [instead]
  }

  private mutating func fallback(
    of each: FormEach, _ place: FormPlace
  ) throws(ModelError) -> JSONNode? {
    guard let text = each.fallback else { return nil }
    return try fill(text, place).map { .string($0) }
  }

  private mutating func fillEach(
    _ each: FormEach, _ place: FormPlace
  ) throws(ModelError) -> [JSONNode] {
    var filled: [JSONNode] = []
    for inside in try places(each, place) {
      switch try fill(each.body, inside) {
      // Lines of text for each stand one behind the other.
      case .array(let lines) where each.isLines: filled += lines
      case let node?: filled.append(node)
      case nil: break
      }
    }
    return filled
  }

  private mutating func places(
    _ each: FormEach, _ place: FormPlace
  ) throws(ModelError) -> [FormPlace] {
    var places: [FormPlace] = []
    switch each.source {
    case .addresses:
      for address in addresses {
        var inside = place
        inside.address = address
        places.append(inside)
      }
      return places
    case .items: places = place.items
    case .scopes:
      for grant in grants {
        var inside = place
        inside.grant = grant
        places.append(inside)
      }
    }
    let kinds = each.kinds.compactMap { catalog.indexOfKind($0) }
    places = places.compactMap { inside in
      guard let grant = inside.grant,
        kinds.isEmpty || grant.kind.map({ kinds.contains($0) }) ?? false
      else { return nil }
      let subject = each.subject == "id" ? grant.id : known(each.subject, of: grant) ?? ""
      guard each.other?.values(in: subject) == nil else { return nil }
      var inside = inside
      if let pattern = each.match {
        guard let values = pattern.values(in: subject) else { return nil }
        for (name, value) in zip(pattern.names, values) { inside.captures[name] = value }
      }
      for (name, words) in each.words {
        guard let old = inside.captures[name] ?? known(name, of: grant) else { continue }
        if let word = words[old] { inside.captures[name] = word }
      }
      return inside
    }
    for case let grant? in places.map(\.grant) { used.insert(grant) }
    guard let group = each.group else { return places }
    return try grouped(places, by: group)
  }

  /// What a name stands for beside a scope, where asking leaves no trace.
  private func known(_ name: String, of grant: Grant) -> String? {
    var copy = self
    return copy.value(name, of: grant, isOptional: false)
  }

  /// Groups in the order of their first scopes; the last scope of each stands for it.
  private mutating func grouped(
    _ places: [FormPlace], by text: FormText
  ) throws(ModelError) -> [FormPlace] {
    var order: [String: Int] = [:]
    var groups: [[FormPlace]] = []
    for place in places {
      let key = try fill(text, place) ?? ""
      if let known = order[key] {
        groups[known].append(place)
      } else {
        order[key] = groups.count
        groups.append([place])
      }
    }
    return groups.compactMap { items in
      guard var place = items.last else { return nil }
      place.items = items
      return place
    }
  }

  private mutating func fill(_ text: FormText, _ place: FormPlace) throws(ModelError) -> String? {
    var result = ""
    for part in text.parts {
      switch part {
      case .words(let words): result += words
      case .value(let name, let isOptional):
        let value = value(name, in: place, isOptional: isOptional)
        guard let value else {
          if isOptional { return nil }
          throw missing(name, Self.isOfScope(name) ? place.grant : nil)
        }
        result += value
      }
    }
    return result
  }

  private mutating func value(
    _ name: String, in place: FormPlace, isOptional: Bool
  ) -> String? {
    if let captured = place.captures[name] { return captured }
    if name == "address", let address = place.address { return address }
    guard let grant = place.grant, Self.isOfScope(name) else { return value(ofKey: name) }
    return value(name, of: grant, isOptional: isOptional)
  }

  private static func isOfScope(_ name: String) -> Bool {
    ["id", "title", "native", "name", "category", "permission", "level", "choice"].contains(name)
  }
}

extension FormEach {
  /// Whether there are several lines for each.
  fileprivate var isLines: Bool { if case .list = body { true } else { false } }
}
