import Documents
import Judgement
import TerminalUI

/// Something that happened while the table of keys is shown.
package enum TeamAction: Sendable {
  /// The terminal reported something.
  case input(InputEvent)
  /// Manifests were read, or read again; by their place among the rows.
  case read([(place: Int, row: KeyRow)])
  /// How the manifests of some paths stand to a revision of git.
  case changed([String: KeyRow.Change], base: String)
  /// The folders were looked through again: these manifests stand there now.
  case found([String])
  /// Two keys were compared.
  case compared(KeyComparison, left: String, right: String)
  /// A page was made.
  case page(TeamPage)
  /// Something was done, or could not be.
  case said(String, isProblem: Bool)
}

/// What the table of keys asks of the world.
package enum TeamEffect: Hashable, Sendable {
  /// Open the designer on a key; answered by `read`.
  case open(place: Int)
  /// Read two keys and compare them; answered by `compared`.
  case compare(left: Int, right: Int)
  /// Make a page about a key, or about all; answered by `page`.
  case makePage(TeamPage.Subject)
  /// Write what a page offers to a path; answered by `said`.
  case write(TeamPage.Subject, path: String)
  /// Look through the folders again; answered by `found`.
  case readAgain
  /// Stop the process group, as Control-Z does.
  case suspend
  /// Paint everything anew.
  case repaint
  /// Leave.
  case quit(Outcome)
}

/// A page to read over the table.
package struct TeamPage: Hashable, Sendable {
  /// What a page is about.
  package enum Subject: Hashable, Sendable {
    /// The fewest keys that do the work of one.
    case split(place: Int)
    /// The calls that test an issued key.
    case probe(place: Int)
    /// What newer catalogs change for all keys that were made with older ones.
    case catalogs
    /// The keys of the keyboard.
    case help
  }

  package var subject: Subject
  package var title: String
  /// The lines as they come; long ones are wrapped.
  package var lines: [String]
  /// Where what it shows could be written; nil where there is nothing to write.
  package var offer: String?

  package init(_ subject: Subject, title: String, lines: [String], offer: String? = nil) {
    self.subject = subject
    self.title = title
    self.lines = lines
    self.offer = offer
  }
}
