import Documents
import TerminalUI

/// What the designer asks of the world.
package enum Effect: Hashable, Sendable {
  /// Write bytes to a file; answered by `Action.wrote`.
  case write(bytes: [UInt8], path: String, expecting: DocumentFile.Expectation)
  /// Write files that are made of the key beside it; answered by `Action.wroteFiles`.
  case writeFiles(NewFiles)
  /// Leave.
  case quit(Outcome)
  /// Stop the process group, as Control-Z does.
  case suspend
  /// Paint everything anew.
  case repaint
  /// Hand bytes to the terminal's clipboard; answered by `Action.copied`.
  case copy(Copy)
  /// Do something about a draft; answered by `Action.draftFailed` where that cannot be done.
  case draft(DraftStep)
  /// Look at something outside; answered by `Action.answered`.
  case ask(Inquiry)
}

/// How a session ends.
package enum Outcome: Hashable, Sendable {
  /// The key was written, and nothing is unsaved.
  case written
  /// The person left without writing.
  case left
  /// A signal asked the program to end.
  case terminated(signal: Int32)
  /// The terminal is gone.
  case hungUp
}

/// Something that happened.
package enum Action: Hashable, Sendable {
  /// The terminal reported something.
  case input(InputEvent)
  /// A write that an effect asked for has ended.
  case wrote(path: String, bytes: [UInt8], Result<DocumentFile.Outcome, ModelError>)
  /// Files beside the key were written, or could not be.
  case wroteFiles(NewFiles, NewFilesOutcome)
  /// The keeper of drafts has looked at what is there; without this, no draft is kept.
  case foundDrafts(DraftsFound)
  /// One thing has been taken, the next has not: whatever changed goes to the draft.
  case checkpoint
  /// What was to be copied was handed over, or could not be.
  case copied(Copy, CopyOutcome)
  /// A draft could not be kept.
  case draftFailed(ModelError)
  /// The keeper of drafts has seen something that a person has to know.
  case noticed(String)
  /// What an effect asked for was looked at.
  case answered(Inquiry, InquiryAnswer)
}
