/// A text that equals another only byte for byte.
///
/// Swift compares texts by what they look like: `é` as one code point equals `e` with an accent
/// behind it. To a platform and to a manifest they are two ids.
package struct ExactText: Hashable, Sendable {
  /// The text.
  package let text: String

  /// Wraps a text.
  package init(_ text: String) { self.text = text }

  /// Whether the bytes are the same.
  package static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// Hashes the text: of the same bytes the hash is the same.
  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// The places of texts, compared byte for byte.
package struct ExactIndex: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  private var places: [ExactText: Int] = [:]

  /// Creates an index; of a text that stands twice the last place counts.
  package init(dictionaryLiteral elements: (String, Int)...) {
    for (text, place) in elements { self[text] = place }
  }

  /// The place of a text; nil where there is none.
  package subscript(text: String) -> Int? {
    get { places[ExactText(text)] }
    set { places[ExactText(text)] = newValue }
  }

  /// Gives a text a place, and the one that it had.
  package mutating func updateValue(_ place: Int, forKey text: String) -> Int? {
    places.updateValue(place, forKey: ExactText(text))
  }

  /// The texts, in no order.
  package var keys: some Sequence<String> { places.keys.lazy.map(\.text) }
}
