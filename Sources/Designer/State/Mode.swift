import Judgement
import TerminalUI

/// What the keys do at the moment.
indirect enum Mode: Hashable, Sendable {
  /// Moving and ticking.
  case browsing
  /// Typing the words of the filter.
  case filtering(TextField)
  /// Editing label, purpose, addresses and rotation date.
  case editingDetails(DetailsForm)
  /// Looking at what would be written.
  case reviewing(Review)
  /// Typing another path in the review.
  case choosingPath(TextField)
  /// Typing why the key has a scope, by its id.
  case givingReason(scope: String, TextField)
  /// Typing the word and the reason that an error asks for, or accepting one finding.
  case accepting(AcceptanceForm)
  /// Choosing a preset.
  case choosingPreset(cursor: Int)
  /// Choosing among the scopes of a cell of the grid.
  case choosingScopes(ScopeChoice)
  /// Choosing the kind of key and answering what decides between scopes.
  case answering(cursor: Int)
  /// Answering a question.
  case asking(Question)
  /// Reading a page, scrolled by some lines, over what was there before.
  case reading(ReadingPage, top: Int, over: Mode)
  /// Looking at a draft that an earlier session left behind, scrolled by some lines.
  case offeringDraft(top: Int)
  /// After the prefix key for copying: the next key says what.
  case choosingCopy
  /// Choosing the way on from an empty key.
  case starting(cursor: Int)
  /// Typing or pasting calls.
  case givingCalls(CallsForm)
  /// Choosing a key to open.
  case choosingKey(cursor: Int)
  /// Typing a command, over what was there before.
  case commanding(CommandLine, over: Mode)
}

/// A question that a key press answers.
indirect enum Question: Hashable, Sendable {
  /// Leave although there are changes that are not written?
  case quitUnsaved
  /// Replace a file that is not what it was when it was opened, or that was not opened at all?
  case overwrite(path: String, isNew: Bool)
  /// Replace files beside the key, of which these are there, over what was there before?
  case replaceFiles(NewFiles, there: [String], over: Mode)
  /// Tick a scope that the key must never have, or that grants one?
  case tickRuledOut(scope: Int)
}

/// A line that says what happened.
struct Message: Hashable, Sendable {
  var text: String
  var isProblem = false
  /// Whether it stays until it was read: something was lost, or a call of the key closed.
  var stays = false
}

/// A page to read.
enum ReadingPage: Hashable, Sendable {
  /// All keys, each under the place where it holds.
  case keys
  /// What the key can do.
  case powers
  /// The answer to a question.
  case report(Report)
  /// The calls of one cell of that, with the scopes behind them.
  case powersCell(row: Int, verb: KeyPowers.Verb)
  /// What was said and done.
  case log
  /// The story of a rule, by its id.
  case rule(String)
  /// The manifest, as it would be written.
  case manifest
}
