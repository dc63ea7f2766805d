/// The texts of a catalog's scopes side by side, prepared for looking through all of them.
struct SearchText: Sendable {
  /// A text of a scope.
  enum Field: Int, CaseIterable {
    case id
    case title
    case summary
  }

  /// The bytes of all texts.
  let bytes: [UInt8]
  /// For each scope where its texts start, one behind the other; one more at the end.
  private let starts: [UInt32]
  /// For each scope the letters of its id and title.
  let letters: [UInt64]
  /// For each scope the letters of its summary.
  let summaryLetters: [UInt64]
  /// The category of each scope.
  let categories: [Int32]
  /// For each category its name.
  let categoryNames: [[UInt8]]
  /// For each category the one around it, or -1.
  let categoryParents: [Int]

  /// Lays the texts of a catalog out.
  init(catalog: Catalog) {
    let count = catalog.scopes.count
    var bytes: [UInt8] = []
    var starts: [UInt32] = [0]
    var categories: [Int32] = []
    starts.reserveCapacity(count * Field.allCases.count + 1)
    categories.reserveCapacity(count)
    for scope in catalog.scopes {
      for text in [scope.id, scope.title, scope.summary] {
        bytes += SearchBytes.prepare(text)
        starts.append(UInt32(bytes.count))
      }
      categories.append(Int32(scope.category))
    }
    let span = bytes.span
    func lettersOf(_ field: Field, to last: Field) -> [UInt64] {
      (0..<count).map { scope in
        let first = Int(starts[scope * Field.allCases.count + field.rawValue])
        let end = Int(starts[scope * Field.allCases.count + last.rawValue + 1])
        return SearchBytes.letters(in: first..<end, of: span)
      }
    }
    letters = lettersOf(.id, to: .title)
    summaryLetters = lettersOf(.summary, to: .summary)
    self.bytes = bytes
    self.starts = starts
    self.categories = categories
    categoryNames = catalog.categories.map { SearchBytes.prepare($0.name) }
    categoryParents = catalog.categories.map { $0.parent ?? -1 }
  }

  /// The number of scopes.
  var count: Int { letters.count }

  /// Where a text of a scope stands in `bytes`.
  func range(_ field: Field, of scope: Int) -> Range<Int> {
    let place = scope * Field.allCases.count + field.rawValue
    return Int(starts[place])..<Int(starts[place + 1])
  }
}
