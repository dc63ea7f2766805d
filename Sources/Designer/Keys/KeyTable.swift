import TerminalUI

/// All keys: the one place where a key gets its meaning.
enum KeyTable {
  private static let views: ContextSet = [.tree, .operations, .grid]
  private static let panes = views.union([.detail, .findings])
  private static let lists = panes.union([
    .review, .presets, .terms, .help, .draft, .start, .keyFiles, .scopeChoice, .powers,
    .filesPage,
  ])

  static let bindings: [KeyBinding] = [
    .bind(
      .keys(.space), .toggle, in: views.union([.detail]), bar: "tick",
      "tick or untick; a category, group, row or column: all of it"),
    .bind(
      .keys(.character("=")), .chooseNeeded, in: [.operations], bar: "only needed",
      "choose exactly the scopes that the ticked calls need"),
    .bind(
      .keys(.enter), .confirm, in: [.findings], bar: "go to", "go to the finding's scopes"),
    .bind(
      .keys(.enter, .space), .confirm, in: [.powers], bar: "calls",
      "list the calls of the cell, and the scopes behind them"),
    .bind(
      .keys(.character("a")), .acceptFinding, in: [.findings], bar: "accept",
      "accept the risk, with a reason"),
    .bind(
      .keys(.character("F")), .applyRemedy, in: [.findings], bar: "fix",
      "apply the finding's remedy"),
    .bind(
      .keys(.character("A")), .limitAddresses, in: [.findings],
      "limit the key to addresses: the details, at that line"),
    .bind(
      .keys(.character("X")), .giveUpCalls, in: [.findings],
      "give up calls: untick those that need what the finding is about"),
    .bind(
      .keys(.escape, .character("h"), .left), .leavePane, in: [.detail, .findings],
      bar: "back", "back to the scopes, calls or grid"),
    .bind(
      .keys(.character("/")), .filter, in: views.union([.detail]), bar: "filter",
      "filter as you type; Esc clears it"),
    .bind(
      .keys(.character("w")), .review, in: panes.union([.powers]), bar: "write",
      "review and write the key"),
    .bind(.keys(.character("?"), .function(1)), .help, in: panes, bar: "help", "this list"),
    .bind(.keys(.character("q")), .quit, in: views, bar: "quit", "leave; asks when unsaved"),
    .bind(
      .keys(.character("1")), .scopesView, in: panes.union([.powers]), bar: "scopes",
      "the scopes as a tree"),
    .bind(
      .keys(.character("2")), .operationsView, in: panes.union([.powers]), bar: "calls",
      "the calls as a tree"),
    .bind(
      .keys(.character("3")), .gridView, in: panes.union([.powers]), bar: "grid",
      "the scopes as a grid"),
    .bind(
      .keys(.character("4")), .findingsView, in: panes.union([.powers]), bar: "findings",
      "the findings, on the whole screen"),
    .bind(
      .keys(.character("5")), .powersView, in: panes.union([.powers]), bar: "can do",
      "what the key can do: a table, and the calls behind it"),
    .bind(
      .keys(.character("J")), .detailDown, in: [.findings], bar: "scroll",
      "scroll a finding that is taller than the screen"),
    .bind(.keys(.character("K")), .detailUp, in: [.findings], "scroll it back"),
    .bind(.keys(.character("u")), .undo, in: panes.union([.powers]), bar: "undo", "undo"),
    .bind(.keys(.control("r")), .redo, in: panes.union([.powers]), "redo"),
    .bind(
      .keys(.character("e")), .editDetails, in: panes, bar: "details",
      "key details: label, purpose, addresses, rotation date"),
    .bind(
      .keys(.character("F")), .applyRemedy, in: views.union([.detail]), bar: "fix",
      "apply the finding's remedy"),
    .bind(
      .keys(.character("p")), .presets, in: panes, bar: "presets", "scopes of a common job"),
    .bind(
      .keys(.character("c")), .answerTerms, in: panes,
      "the kind of key, and the questions that decide between scopes"),
    .bind(
      .keys(.character("!")), .ruleOut, in: views,
      "say that the key must never have this scope or call, or that it may again; N too"),
    .bind(
      .keys(.character("b")), .giveReason, in: [.tree, .grid, .detail],
      "because: say why the key has the scope"),
    .bind(.keys(.character("f")), .nextFinding, in: panes, bar: "finding", "next finding"),
    .bind(
      .keys(.character("/")), .filter, in: [.findings], "filter as you type; Esc clears it"),
    .bind(.keys(.character("q")), .quit, in: [.detail, .findings], "leave; asks when unsaved"),
    .bind(
      .keys(.character("=")), .chooseNeeded, in: [.tree, .grid, .detail], bar: "only needed",
      "choose exactly the scopes that the ticked calls need"),
    .bind(.keys(.up, .character("k"), .control("p")), .up, in: lists, "up"),
    .bind(.keys(.down, .character("j"), .control("n")), .down, in: lists, "down"),
    .bind(.keys(.pageUp, .control("b"), .alt("v")), .pageUp, in: lists, "a page up"),
    .bind(.keys(.pageDown, .control("f"), .control("v")), .pageDown, in: lists, "a page down"),
    .bind(.keys(.character("g"), .home), .first, in: lists, "to the start"),
    .bind(.keys(.character("G"), .end), .last, in: lists, "to the end"),
    .bind(
      .keys(.left, .character("h")), .closeOrParent, in: [.tree, .operations],
      "close the category or group, or go to it"),
    .bind(
      .keys(.right, .character("l"), .enter), .openOrChild, in: [.tree, .operations],
      "open the category or group, or go into it"),
    .bind(.keys(.character("+")), .openAll, in: [.tree, .operations], "open all"),
    .bind(.keys(.character("-")), .closeAll, in: [.tree, .operations], "close all"),
    .bind(
      .keys(.character("t")), .rearrange, in: [.operations], bar: "tags",
      "arrange the calls by tag, or by path again"),
    .bind(
      .keys(.left, .character("h")), .columnLeft, in: [.grid, .powers], "a column to the left"),
    .bind(
      .keys(.right, .character("l")), .columnRight, in: [.grid, .powers], "a column to the right"),
    .bind(.keys(.enter), .showDetails, in: [.grid], "to the details"),
    .bind(
      .keys(.character("J")), .detailDown, in: views, "scroll the details under the cursor"),
    .bind(.keys(.character("K")), .detailUp, in: views, "scroll the details back"),
    .bind(.keys(.character("n")), .nextMatch, in: views, "next match of the filter"),
    .bind(.keys(.character("N")), .previousMatch, in: views, "previous match of the filter"),
    .bind(
      .keys(.control("o")), .changeOrder, in: [.tree], "list the matches best first, or as a tree"),
    .bind(
      .keys(.character("y")), .copyOut, in: panes, bar: "copy",
      "copy out by the terminal's clipboard: i or m follows"),
    .bind(
      .keys(.character("m")), .toggleMouse, in: lists,
      "mouse on or off: off, the terminal selects text"),
    .bind(
      .keys(.character("v")), .chosenOnly, in: views, "show only what is chosen, or all again"),
    .bind(
      .keys(.character(":")), .commandLine,
      in: panes.union([.review, .help, .start, .presets, .powers, .filesPage]),
      "a line for commands: every one, with what it does"),
    .bind(
      .keys(.character("C")), .giveCalls, in: panes,
      "calls that your program makes: paste them, or name a file"
    ),
    .bind(.keys(.tab), .nextPane, in: panes, "next pane"),
    .bind(.keys(.backTab), .previousPane, in: panes, "previous pane"),
    .bind(
      .keys(.escape, .control("g")), .clearFilter, in: views,
      "clear the filter; first, take a message as read"),

    .bind(
      .keys(.enter), .apply, in: [.filter], bar: "keep", "keep the filter, back to the tree"),
    .bind(
      .keys(.escape, .control("g")), .back, in: [.filter], bar: "clear", "clear the filter"),
    .bind(
      .keys(.tab, .control("o")), .changeOrder, in: [.filter], bar: "order",
      "list the matches best first, or as a tree"),
    .bind(
      .keys(.control("x")), .toggle, in: [.filter], bar: "tick",
      "tick or untick what is under the cursor, and go on typing"),
    .bind(.keys(.up, .control("p")), .up, in: [.filter], "up"),
    .bind(.keys(.down, .control("n")), .down, in: [.filter], "down"),
    .bind(.keys(.pageUp, .alt("v")), .pageUp, in: [.filter], "a page up"),
    .bind(.keys(.pageDown, .control("v")), .pageDown, in: [.filter], "a page down"),

    .bind(.keys(.enter), .apply, in: [.form], bar: "apply", "take the details over"),
    .bind(
      .keys(.escape, .control("g")), .back, in: [.form], bar: "cancel", "leave them as they were"),

    .bind(.keys(.enter, .space), .confirm, in: [.start], bar: "choose", "go this way"),
    .bind(
      .keys(.character("p")), .presets, in: [.start], bar: "common job",
      "the scopes of a common job"
    ),
    .bind(
      .keys(.character("c")), .giveCalls, in: [.start], bar: "calls",
      "paste the calls that your program makes, or name a file with them"),
    .bind(
      .keys(.character("s"), .character("1"), .escape), .scopesView, in: [.start], bar: "scopes",
      "choose scopes from the tree"),
    .bind(
      .keys(.character("o")), .openKey, in: [.start], bar: "open", "open a key that is there"),
    .bind(.keys(.character("2")), .operationsView, in: [.start], "the calls as a tree"),
    .bind(.keys(.character("3")), .gridView, in: [.start], "the scopes as a grid"),
    .bind(.keys(.character("4")), .findingsView, in: [.start], "the findings"),
    .bind(.keys(.character("5")), .powersView, in: [.start], "what the key can do"),
    .bind(.keys(.character("/")), .filter, in: [.start], bar: "search", "search the scopes"),
    .bind(.keys(.character("e")), .editDetails, in: [.start], "key details"),
    .bind(.keys(.character("q")), .quit, in: [.start], bar: "quit", "leave"),
    .bind(
      .keys(.enter), .apply, in: [.givingCalls], bar: "take",
      "read the line, or take the smallest key"
    ),
    .bind(
      .keys(.escape, .control("g")), .back, in: [.givingCalls], bar: "back",
      "back, nothing is taken"),
    .bind(.keys(.up), .up, in: [.givingCalls], "scroll back"),
    .bind(.keys(.down), .down, in: [.givingCalls], "scroll"),
    .bind(.keys(.pageUp, .alt("v")), .pageUp, in: [.givingCalls], "a page up"),
    .bind(.keys(.pageDown, .control("v")), .pageDown, in: [.givingCalls], "a page down"),
    .bind(.keys(.enter), .confirm, in: [.keyFiles], bar: "open", "open this key"),
    .bind(
      .keys(.character("o"), .character(":")), .typePath, in: [.keyFiles], bar: "type a path",
      "type the path of a key"),

    .bind(.keys(.enter), .apply, in: [.commandLine], bar: "run", "carry the command out"),
    .bind(.keys(.tab), .complete, in: [.commandLine], bar: "complete", "take the marked word"),
    .bind(.keys(.up, .control("p")), .up, in: [.commandLine], bar: "choose", "the word above"),
    .bind(.keys(.down, .control("n")), .down, in: [.commandLine], "the word below"),
    .bind(
      .keys(.escape, .control("g")), .back, in: [.commandLine], bar: "back", "back, nothing is done"
    ),

    .bind(.keys(.enter), .write, in: [.review], bar: "write", "write the key"),
    .bind(
      .keys(.character("w")), .write, in: [.filesPage], bar: "write",
      "write the keys or the script: the line asks where"),
    .bind(
      .keys(.space), .toggle, in: [.review], bar: "untick", "untick a scope, or tick it again"),
    .bind(
      .keys(.tab, .character("n")), .nextPart, in: [.review], bar: "next part",
      "to the next part: what differs, the findings, the scopes by reason"),
    .bind(
      .keys(.backTab, .character("N")), .previousPart, in: [.review], "to the part before"),
    .bind(.keys(.character("F")), .applyRemedy, in: [.review], bar: "fix", "apply the remedy"),
    .bind(
      .keys(.character("X")), .giveUpCalls, in: [.review],
      "give up calls: untick those that need what the finding is about"),
    .bind(
      .keys(.character("a")), .acceptFinding, in: [.review], bar: "accept",
      "accept the risk, with a reason"),
    .bind(.keys(.character("u")), .undo, in: [.review], bar: "undo", "undo"),
    .bind(.keys(.control("r")), .redo, in: [.review], "redo"),
    .bind(
      .keys(.character("o")), .otherPath, in: [.review], bar: "other path", "write elsewhere"),
    .bind(
      .keys(.character("f")), .otherFormat, in: [.review], bar: "format",
      "next format: manifest, ids, oauth, markdown, dashboard"),
    .bind(
      .keys(.character("y")), .copyExport, in: [.review],
      "copy what would be written, by the terminal's clipboard"),
    .bind(
      .keys(.character("i")), .ruleStory, in: panes.union([.review]), bar: "why",
      "the story of the finding's rule: what can happen, call by call, a bad key and a good one"),
    .bind(
      .keys(.character("P")), .manifestView, in: panes.union([.review]), bar: "manifest",
      "the manifest as it would be written, with the lines that change"),
    .bind(
      .keys(.character("L")), .logView, in: panes.union([.review]), bar: "log",
      "what was done and said, newest first"),
    .bind(
      .keys(.character("5")), .powersView, in: [.review],
      "what the key can do: a table, and the calls behind it"),
    .bind(
      .keys(.escape, .character("q"), .character("h"), .left), .back, in: [.review], bar: "back",
      "back to the scopes"),

    .bind(.keys(.enter), .apply, in: [.path], bar: "use it", "use this path"),
    .bind(
      .keys(.escape, .control("g")), .back, in: [.path], bar: "cancel", "keep the old path"),

    .bind(.keys(.enter), .apply, in: [.reason], bar: "keep", "keep this reason; none is none"),
    .bind(
      .keys(.escape, .control("g")), .back, in: [.reason], bar: "cancel", "leave it as it was"),

    .bind(.keys(.enter), .apply, in: [.acceptance], bar: "accept", "accept the risk"),
    .bind(
      .keys(.escape, .control("g")), .back, in: [.acceptance], bar: "cancel", "accept nothing"),
    .bind(
      .keys(.pageDown, .control("v")), .pageDown, in: [.acceptance], bar: "more",
      "scroll the findings, where they are taller than the screen"),
    .bind(.keys(.pageUp, .alt("v")), .pageUp, in: [.acceptance], "scroll them back"),
    .bind(
      .keys(.tab, .down), .nextLine, in: [.form, .acceptance], bar: "next", "next line"),
    .bind(.keys(.backTab, .up), .previousLine, in: [.form, .acceptance], "previous line"),

    .bind(.keys(.escape, .character("q")), .back, in: [.powers], bar: "back", "back"),
    .bind(.keys(.space), .toggle, in: [.scopeChoice], bar: "tick", "tick or untick this scope"),
    .bind(
      .keys(.character("a")), .toggleAll, in: [.scopeChoice], bar: "all",
      "tick all of them, or untick all"),
    .bind(
      .keys(.escape, .enter, .character("q"), .character("h")), .back, in: [.scopeChoice],
      bar: "back", "back to the grid"),
    .bind(
      .keys(.enter, .space), .confirm, in: [.presets], bar: "tick these", "tick its scopes"),
    .bind(
      .keys(.enter, .space), .confirm, in: [.terms], bar: "choose",
      "choose the kind; answer yes, no, or leave it open"),
    .bind(
      .keys(.character("?"), .function(1)), .help,
      in: [.review, .presets, .terms, .start, .keyFiles, .scopeChoice, .powers, .filesPage],
      bar: "help",
      "this list"),
    .bind(
      .keys(.escape, .character("q"), .character("h"), .left), .back,
      in: [.presets, .terms, .help, .keyFiles, .filesPage],
      bar: "back",
      "back"),

    .bind(
      .keys(.character("w")), .review, in: [.quitQuestion], bar: "review", "review and write"),
    .bind(
      .keys(.character("d"), .character("y")), .discard, in: [.quitQuestion], bar: "discard",
      "leave without writing"),
    .bind(
      .keys(.escape, .character("q"), .character("n")), .back,
      in: [.quitQuestion], bar: "stay", "back"),
    .bind(
      .keys(.escape, .character("q"), .character("n")), .back,
      in: [.overwriteQuestion, .ruledOutQuestion], bar: "back", "back, nothing is done"),
    .bind(
      .keys(.character("y")), .confirm, in: [.ruledOutQuestion], bar: "tick it",
      "tick it, and let the key have it again"),
    .bind(
      .keys(.character("y")), .overwrite, in: [.overwriteQuestion], bar: "replace it", "replace"),
    .bind(
      .keys(.character("o")), .otherPath, in: [.overwriteQuestion], bar: "other path",
      "write elsewhere"),

    .bind(
      .keys(.enter, .character("t")), .takeDraft, in: [.draft], bar: "use",
      "go on with the draft's key"),
    .bind(
      .keys(.escape, .character("l")), .back, in: [.draft], bar: "later",
      "leave the draft for a later start"),
    .bind(
      .keys(.character("d")), .discardDraft, in: [.draft], bar: "discard", "remove the draft"),
    .bind(.keys(.character("q")), .quit, in: [.draft], bar: "quit", "leave; the draft stays"),

    .bind(
      .keys(.character("i")), .copyIDs, in: [.copy], bar: "ids",
      "the ids of the chosen scopes, one a line"),
    .bind(
      .keys(.character("m"), .character("y")), .copyManifest, in: [.copy], bar: "manifest",
      "the manifest, as it would be written"),
    .bind(
      .keys(.escape, .character("q"), .control("g")), .back, in: [.copy], bar: "back",
      "copy nothing"),

    .bind(.keys(.control("c")), .quit, in: .everywhere, "leave; asks when unsaved"),
    .bind(.keys(.control("z")), .suspend, in: .everywhere, "stop; fg brings it back"),
    .bind(.keys(.control("l")), .repaint, in: .everywhere, "repaint the screen"),
  ]
}
