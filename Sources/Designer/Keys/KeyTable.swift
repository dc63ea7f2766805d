import KeyModel
import TerminalUI

/// All keys: the one place where a key gets its meaning.
enum KeyTable {
  private static let panes: Set<Context> = [.tree, .detail, .findings]
  private static let lists: Set<Context> = [
    .tree, .detail, .findings, .review, .presets, .help, .draft,
  ]

  static let everywhere = Set(Context.allCases)

  static let bindings: [KeyBinding] = [
    KeyBinding(
      [.space], .toggle, in: [.tree, .detail], bar: "tick",
      "tick or untick; a category: all of it"),
    KeyBinding([.enter], .confirm, in: [.findings], bar: "go to", "go to the finding's scopes"),
    KeyBinding(
      [.character("a")], .acceptFinding, in: [.findings], bar: "accept",
      "accept the risk, with a reason"),
    KeyBinding(
      [.escape, .character("h"), .left], .scopesView, in: [.detail, .findings],
      bar: "back", "back to the scopes"),
    KeyBinding(
      [.character("/")], .filter, in: panes, bar: "filter", "filter as you type; Esc clears it"),
    KeyBinding([.character("w")], .review, in: panes, bar: "write", "review and write the key"),
    KeyBinding([.character("?"), .function(1)], .help, in: panes, bar: "help", "this list"),
    KeyBinding([.character("q")], .quit, in: panes, bar: "quit", "leave; asks when unsaved"),
    KeyBinding(
      [.character("F")], .applyRemedy, in: panes, bar: "fix", "apply the finding's remedy"),
    KeyBinding([.character("u")], .undo, in: panes, bar: "undo", "undo"),
    KeyBinding([.control("r")], .redo, in: panes, "redo"),
    KeyBinding(
      [.character("e")], .editDetails, in: panes, bar: "details",
      "key details: label, purpose, addresses, rotation date"),
    KeyBinding([.character("p")], .presets, in: panes, bar: "presets", "scopes of a common job"),
    KeyBinding([.character("f")], .nextFinding, in: panes, bar: "finding", "next finding"),
    KeyBinding([.up, .character("k"), .control("p")], .up, in: lists, "up"),
    KeyBinding([.down, .character("j"), .control("n")], .down, in: lists, "down"),
    KeyBinding([.pageUp, .control("b"), .alt("v")], .pageUp, in: lists, "a page up"),
    KeyBinding([.pageDown, .control("f"), .control("v")], .pageDown, in: lists, "a page down"),
    KeyBinding([.character("g"), .home], .first, in: lists, "to the start"),
    KeyBinding([.character("G"), .end], .last, in: lists, "to the end"),
    KeyBinding(
      [.left, .character("h")], .closeOrParent, in: [.tree], "close the category, or go to it"),
    KeyBinding(
      [.right, .character("l"), .enter], .openOrChild, in: [.tree],
      "open the category, or go into it"),
    KeyBinding([.character("+"), .character("=")], .openAll, in: [.tree], "open all categories"),
    KeyBinding([.character("-")], .closeAll, in: [.tree], "close all categories"),
    KeyBinding([.character("n")], .nextMatch, in: [.tree], "next match of the filter"),
    KeyBinding([.character("N")], .previousMatch, in: [.tree], "previous match of the filter"),
    KeyBinding([.tab], .nextPane, in: panes, "next pane"),
    KeyBinding([.backTab], .previousPane, in: panes, "previous pane"),
    KeyBinding([.character("1")], .scopesView, in: panes, "the scopes"),
    KeyBinding([.character("4")], .findingsView, in: panes, "the findings, on the whole screen"),
    KeyBinding([.escape], .clearFilter, in: [.tree], "clear the filter"),

    KeyBinding([.enter], .apply, in: [.filter], bar: "keep", "keep the filter, back to the tree"),
    KeyBinding([.escape, .control("g")], .back, in: [.filter], bar: "clear", "clear the filter"),
    KeyBinding([.up, .control("p")], .up, in: [.filter], "up"),
    KeyBinding([.down, .control("n")], .down, in: [.filter], "down"),
    KeyBinding([.pageUp], .pageUp, in: [.filter], "a page up"),
    KeyBinding([.pageDown], .pageDown, in: [.filter], "a page down"),

    KeyBinding([.enter], .apply, in: [.form], bar: "apply", "take the details over"),
    KeyBinding(
      [.escape, .control("g")], .back, in: [.form], bar: "cancel", "leave them as they were"),

    KeyBinding([.enter], .write, in: [.review], bar: "write", "write the key"),
    KeyBinding([.character("o")], .otherPath, in: [.review], bar: "other path", "write elsewhere"),
    KeyBinding(
      [.escape, .character("q"), .character("h"), .left], .back, in: [.review], bar: "back",
      "back to the scopes"),

    KeyBinding([.enter], .apply, in: [.path], bar: "use it", "use this path"),
    KeyBinding([.escape, .control("g")], .back, in: [.path], bar: "cancel", "keep the old path"),

    KeyBinding([.enter], .apply, in: [.acceptance], bar: "accept", "accept the risk"),
    KeyBinding(
      [.escape, .control("g")], .back, in: [.acceptance], bar: "cancel", "accept nothing"),
    KeyBinding(
      [.tab, .down], .nextLine, in: [.form, .acceptance], bar: "next", "next line"),
    KeyBinding([.backTab, .up], .previousLine, in: [.form, .acceptance], "previous line"),

    KeyBinding([.enter, .space], .confirm, in: [.presets], bar: "tick these", "tick its scopes"),
    KeyBinding(
      [.escape, .character("q"), .character("h"), .left], .back, in: [.presets, .help], bar: "back",
      "back"),

    KeyBinding([.character("w")], .review, in: [.quitQuestion], bar: "review", "review and write"),
    KeyBinding(
      [.character("d"), .character("y")], .discard, in: [.quitQuestion], bar: "discard",
      "leave without writing"),
    KeyBinding(
      [.escape, .character("q"), .character("n")], .back, in: [.quitQuestion, .overwriteQuestion],
      bar: "stay", "back"),
    KeyBinding(
      [.character("y")], .overwrite, in: [.overwriteQuestion], bar: "replace it", "replace"),
    KeyBinding(
      [.character("o")], .otherPath, in: [.overwriteQuestion], bar: "other path", "write elsewhere"),

    KeyBinding(
      [.enter, .character("t")], .takeDraft, in: [.draft], bar: "take it",
      "go on with the draft's key"),
    KeyBinding(
      [.escape, .character("l")], .back, in: [.draft], bar: "leave it",
      "leave the draft for a later start"),
    KeyBinding(
      [.character("d")], .discardDraft, in: [.draft], bar: "discard it", "remove the draft"),
    KeyBinding([.character("q")], .quit, in: [.draft], bar: "quit", "leave; the draft stays"),

    KeyBinding([.control("c")], .quit, in: everywhere, "leave; asks when unsaved"),
    KeyBinding([.control("z")], .suspend, in: everywhere, "stop; fg brings it back"),
    KeyBinding([.control("l")], .repaint, in: everywhere, "paint the screen anew"),
  ]

  /// The binding of a key where the keys go at the moment.
  static func binding(for key: Key, in context: Context) -> KeyBinding? {
    bindings.first { $0.contexts.contains(context) && $0.keys.contains(key) }
  }
}
