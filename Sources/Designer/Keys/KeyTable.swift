import KeyModel
import TerminalUI

/// All keys: the one place where a key gets its meaning.
enum KeyTable {
  private static let views: ContextSet = [.tree, .operations, .grid]
  private static let panes = views.union([.detail, .findings])
  private static let lists = panes.union([.review, .presets, .help, .draft])

  static let bindings: [KeyBinding] = [
    KeyBinding(
      [.space], .toggle, in: views.union([.detail]), bar: "tick",
      "tick or untick; a category, group, row or column: all of it"),
    KeyBinding(
      [.character("=")], .chooseNeeded, in: [.operations], bar: "only needed",
      "choose exactly the scopes that the ticked operations need"),
    KeyBinding([.enter], .confirm, in: [.findings], bar: "go to", "go to the finding's scopes"),
    KeyBinding(
      [.character("a")], .acceptFinding, in: [.findings], bar: "accept",
      "accept the risk, with a reason"),
    KeyBinding(
      [.escape, .character("h"), .left], .leavePane, in: [.detail, .findings],
      bar: "back", "back to the scopes, operations or grid"),
    KeyBinding(
      [.character("/")], .filter, in: panes, bar: "filter", "filter as you type; Esc clears it"),
    KeyBinding([.character("w")], .review, in: panes, bar: "write", "review and write the key"),
    KeyBinding([.character("?"), .function(1)], .help, in: panes, bar: "help", "this list"),
    KeyBinding([.character("q")], .quit, in: panes, bar: "quit", "leave; asks when unsaved"),
    KeyBinding(
      [.character("F")], .applyRemedy, in: panes, bar: "fix", "apply the finding's remedy"),
    KeyBinding(
      [.character("J")], .detailDown, in: [.findings], bar: "scroll",
      "scroll a finding that is taller than the screen"),
    KeyBinding([.character("K")], .detailUp, in: [.findings], "scroll it back"),
    KeyBinding([.character("u")], .undo, in: panes, bar: "undo", "undo"),
    KeyBinding([.control("r")], .redo, in: panes, "redo"),
    KeyBinding(
      [.character("e")], .editDetails, in: panes, bar: "details",
      "key details: label, purpose, addresses, rotation date"),
    KeyBinding([.character("p")], .presets, in: panes, bar: "presets", "scopes of a common job"),
    KeyBinding([.character("f")], .nextFinding, in: panes, bar: "finding", "next finding"),
    KeyBinding(
      [.character("=")], .chooseNeeded, in: [.tree, .grid, .detail], bar: "only needed",
      "choose exactly the scopes that the ticked operations need"),
    KeyBinding([.up, .character("k"), .control("p")], .up, in: lists, "up"),
    KeyBinding([.down, .character("j"), .control("n")], .down, in: lists, "down"),
    KeyBinding([.pageUp, .control("b"), .alt("v")], .pageUp, in: lists, "a page up"),
    KeyBinding([.pageDown, .control("f"), .control("v")], .pageDown, in: lists, "a page down"),
    KeyBinding([.character("g"), .home], .first, in: lists, "to the start"),
    KeyBinding([.character("G"), .end], .last, in: lists, "to the end"),
    KeyBinding(
      [.left, .character("h")], .closeOrParent, in: [.tree, .operations],
      "close the category or group, or go to it"),
    KeyBinding(
      [.right, .character("l"), .enter], .openOrChild, in: [.tree, .operations],
      "open the category or group, or go into it"),
    KeyBinding([.character("+")], .openAll, in: [.tree, .operations], "open all"),
    KeyBinding([.character("-")], .closeAll, in: [.tree, .operations], "close all"),
    KeyBinding(
      [.character("t")], .rearrange, in: [.operations], bar: "tags",
      "arrange the operations by tag, or by path again"),
    KeyBinding([.left, .character("h")], .columnLeft, in: [.grid], "a column to the left"),
    KeyBinding([.right, .character("l")], .columnRight, in: [.grid], "a column to the right"),
    KeyBinding([.enter], .showDetails, in: [.grid], "to the details"),
    KeyBinding(
      [.character("J")], .detailDown, in: views, "scroll the details under the cursor"),
    KeyBinding([.character("K")], .detailUp, in: views, "scroll the details back"),
    KeyBinding([.character("n")], .nextMatch, in: views, "next match of the filter"),
    KeyBinding([.character("N")], .previousMatch, in: views, "previous match of the filter"),
    KeyBinding(
      [.control("o")], .changeOrder, in: [.tree], "list the matches best first, or as a tree"),
    KeyBinding(
      [.character("y")], .copyOut, in: panes, bar: "copy",
      "copy out by the terminal's clipboard: i or m follows"),
    KeyBinding(
      [.character("m")], .toggleMouse, in: lists, "mouse on or off: off, the terminal selects text"),
    KeyBinding([.tab], .nextPane, in: panes, "next pane"),
    KeyBinding([.backTab], .previousPane, in: panes, "previous pane"),
    KeyBinding([.character("1")], .scopesView, in: panes, bar: "scopes", "the scopes as a tree"),
    KeyBinding(
      [.character("2")], .operationsView, in: panes, bar: "calls", "the operations as a tree"),
    KeyBinding([.character("3")], .gridView, in: panes, bar: "grid", "the scopes as a grid"),
    KeyBinding([.character("4")], .findingsView, in: panes, "the findings, on the whole screen"),
    KeyBinding([.escape, .control("g")], .clearFilter, in: views, "clear the filter"),

    KeyBinding([.enter], .apply, in: [.filter], bar: "keep", "keep the filter, back to the tree"),
    KeyBinding([.escape, .control("g")], .back, in: [.filter], bar: "clear", "clear the filter"),
    KeyBinding(
      [.tab, .control("o")], .changeOrder, in: [.filter], bar: "order",
      "list the matches best first, or as a tree"),
    KeyBinding([.up, .control("p")], .up, in: [.filter], "up"),
    KeyBinding([.down, .control("n")], .down, in: [.filter], "down"),
    KeyBinding([.pageUp, .alt("v")], .pageUp, in: [.filter], "a page up"),
    KeyBinding([.pageDown, .control("v")], .pageDown, in: [.filter], "a page down"),

    KeyBinding([.enter], .apply, in: [.form], bar: "apply", "take the details over"),
    KeyBinding(
      [.escape, .control("g")], .back, in: [.form], bar: "cancel", "leave them as they were"),

    KeyBinding([.enter], .write, in: [.review], bar: "write", "write the key"),
    KeyBinding([.space], .toggle, in: [.review], bar: "untick", "untick a scope, or tick it again"),
    KeyBinding(
      [.tab, .character("n")], .nextPart, in: [.review], bar: "next part",
      "to the next part: what differs, the findings, the scopes by reason"),
    KeyBinding(
      [.backTab, .character("N")], .previousPart, in: [.review], "to the part before"),
    KeyBinding([.character("u")], .undo, in: [.review], bar: "undo", "undo"),
    KeyBinding([.control("r")], .redo, in: [.review], "redo"),
    KeyBinding([.character("o")], .otherPath, in: [.review], bar: "other path", "write elsewhere"),
    KeyBinding(
      [.character("f")], .otherFormat, in: [.review], bar: "format",
      "next format: manifest, ids, oauth, markdown, dashboard"),
    KeyBinding([.character("F")], .applyRemedy, in: [.review], bar: "fix", "apply the remedy"),
    KeyBinding(
      [.character("a")], .acceptFinding, in: [.review], bar: "accept",
      "accept the risk, with a reason"),
    KeyBinding(
      [.escape, .character("q"), .character("h"), .left], .back, in: [.review], bar: "back",
      "back to the scopes"),

    KeyBinding([.enter], .apply, in: [.path], bar: "use it", "use this path"),
    KeyBinding([.escape, .control("g")], .back, in: [.path], bar: "cancel", "keep the old path"),

    KeyBinding([.enter], .apply, in: [.acceptance], bar: "accept", "accept the risk"),
    KeyBinding(
      [.escape, .control("g")], .back, in: [.acceptance], bar: "cancel", "accept nothing"),
    KeyBinding(
      [.pageDown, .control("v")], .pageDown, in: [.acceptance], bar: "more",
      "scroll the findings, where they are taller than the screen"),
    KeyBinding([.pageUp, .alt("v")], .pageUp, in: [.acceptance], "scroll them back"),
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

    KeyBinding(
      [.character("i")], .copyIDs, in: [.copy], bar: "ids",
      "the ids of the chosen scopes, one a line"),
    KeyBinding(
      [.character("m"), .character("y")], .copyManifest, in: [.copy], bar: "manifest",
      "the manifest, as it would be written"),
    KeyBinding(
      [.escape, .character("q"), .control("g")], .back, in: [.copy], bar: "back", "copy nothing"),

    KeyBinding([.control("c")], .quit, in: .everywhere, "leave; asks when unsaved"),
    KeyBinding([.control("z")], .suspend, in: .everywhere, "stop; fg brings it back"),
    KeyBinding([.control("l")], .repaint, in: .everywhere, "paint the screen anew"),
  ]
}
