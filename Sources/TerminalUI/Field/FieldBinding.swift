/// What can be done in a line of text.
enum FieldEdit: Hashable, Sendable {
  case left
  case right
  case wordLeft
  case wordRight
  case start
  case end
  case eraseLeft
  case eraseRight
  case killSpacedLeft
  case killWordLeft
  case killWordRight
  case killToStart
  case killToEnd
  case yank
  case yankEarlier
  case transpose
  case undo
  case redo
}

/// A row of the table of keys that work in a line of text, as in a shell's.
public struct FieldBinding: Sendable {
  /// The keys.
  public let keys: [Key]
  let edit: FieldEdit
  /// What they do.
  public let help: String

  init(_ keys: [Key], _ edit: FieldEdit, _ help: String) {
    self.keys = keys
    self.edit = edit
    self.help = help
  }
}

extension TextField {
  /// The keys of a line of text: the one place where they get their meaning.
  public static let bindings: [FieldBinding] = [
    FieldBinding([.left, .control("b")], .left, "a character to the left"),
    FieldBinding([.right, .control("f")], .right, "a character to the right"),
    FieldBinding([.alt("b"), .controlLeft], .wordLeft, "a word to the left"),
    FieldBinding([.alt("f"), .controlRight], .wordRight, "a word to the right"),
    FieldBinding([.home, .control("a")], .start, "to the start"),
    FieldBinding([.end, .control("e")], .end, "to the end"),
    FieldBinding([.backspace], .eraseLeft, "erase the character on the left"),
    FieldBinding([.delete, .control("d")], .eraseRight, "erase the character under the cursor"),
    FieldBinding([.control("w")], .killSpacedLeft, "cut all to the space on the left"),
    FieldBinding([.alt("\u{7F}")], .killWordLeft, "cut the word on the left"),
    FieldBinding([.alt("d")], .killWordRight, "cut the word on the right"),
    FieldBinding([.control("u")], .killToStart, "cut all to the left"),
    FieldBinding([.control("k")], .killToEnd, "cut all to the right"),
    FieldBinding([.control("y")], .yank, "put in what was cut last"),
    FieldBinding([.alt("y")], .yankEarlier, "after that: what was cut before it instead"),
    FieldBinding([.control("t")], .transpose, "swap the two characters at the cursor"),
    FieldBinding([.control("_")], .undo, "undo in this line (Ctrl-/ too): a word, a paste, a cut"),
    FieldBinding([.control("r")], .redo, "redo in this line"),
  ]
}
