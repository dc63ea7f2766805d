import Documents

/// What is wrong with a document or with what was asked, where, and what to do about it.
public struct ModelError: Error, Hashable, Sendable {
  private let inner: Documents.ModelError

  package init(_ inner: Documents.ModelError) { self.inner = inner }

  init(_ problem: MessageText, remedy: String) {
    inner = Documents.ModelError(problem: problem, remedy: remedy)
  }

  /// What is wrong, as a sentence without a full stop.
  public var problem: String { inner.problem }
  /// What to do about it, as a sentence without a full stop.
  public var remedy: String { inner.remedy }
  /// The place in the document as a JSON path, such as `scopes[2]`; nil where no place is known.
  public var path: String? { inner.place?.path }
  /// The line in the document, from 1; nil where no place is known.
  public var line: Int? { inner.place?.line }

  /// Runs something of the model, whose error becomes one of this kind.
  static func wrap<Value>(
    _ body: () throws(Documents.ModelError) -> Value
  ) throws(ModelError) -> Value {
    do {
      return try body()
    } catch {
      throw ModelError(error)
    }
  }
}

extension ModelError: CustomStringConvertible {
  /// Place, problem and remedy in one text; it quotes the document without control characters.
  public var description: String { inner.description }
}
