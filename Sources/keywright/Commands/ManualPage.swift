import ArgumentParser
import Designer
import Documents

/// The manual page, in the language of man(7).
///
/// The keys come from the key table and the commands from the parser's own configuration, so that
/// the page cannot say what the program does not do.
enum ManualPage {
  /// The lines of the page, with the keys as the person has them.
  static func lines(keys: KeyMap) -> [String] {
    var lines = [
      Roff.title("keywright"), ".SH NAME", "keywright \\- design API keys in the terminal",
      ".SH SYNOPSIS", ".B keywright", "[\\fIMANIFEST\\fR] [\\fIOPTIONS\\fR]", ".br",
      ".B keywright", "\\fICOMMAND\\fR ...",
      ".SH DESCRIPTION", RoffText.escaped(Keywright.configuration.abstract),
    ]
    lines += CommandPage.options(CommandHelp(DesignCommand.self, path: []))
    lines.append(".SH COMMANDS")
    for command in Keywright.configuration.subcommands {
      let configuration = command.configuration
      guard let name = configuration.commandName, configuration.shouldDisplay else { continue }
      lines += entry(name, configuration.abstract)
    }
    lines += [".PP"]
    lines += Roff.text(
      "Each command has a page of its own, such as keywright-lint(1): `keywright manual lint` "
        + "shows it.")
    lines.append(".SH KEYS")
    for section in KeyList.sections(keys) {
      lines.append(".SS \(RoffText.escaped(section.title))")
      for key in section.entries { lines += entry(key.keys, key.help) }
    }
    lines += [
      ".SH COMMANDS OF THE PLAIN MODE"
    ]
    lines += Roff.text(
      "With --plain, or where the terminal cannot be drawn on, one works in lines.")
    for command in KeyList.commands { lines += entry(command.keys, command.help) }
    lines.append(".SH FILES")
    for (name, meaning) in [
      ("~/.config/keywright/config.json", "keys and other settings"),
      ("~/.local/state/keywright", "drafts of what was not written"),
      ("~/.local/share/keywright/catalogs", "catalogs that were added"),
      ("~/.cache/keywright", "large catalogs in compact form; may be deleted"),
      (".keywright.json", "a team's policy, at or above the folder of a manifest"),
    ] { lines += entry(name, meaning) }
    lines.append(".SH EXIT STATUS")
    for (status, meaning) in [
      ("0", "done and clean"), ("1", "findings, access widened, or nothing found"),
      ("2", "input that cannot be read or is invalid"), ("64", "wrong usage"),
      ("130", "left without writing"),
    ] { lines += entry(status, meaning) }
    lines.append(".SH ENVIRONMENT")
    for (name, meaning) in [
      ("KEYWRIGHT_PLAIN", "where it is set, and not to 0, the designer works in lines"),
      ("NO_COLOR", "where it is set, hues do not show"),
      ("FORCE_COLOR, CLICOLOR_FORCE", "where one is set, and not to 0, text in pipes has colors"),
      ("CLICOLOR", "where it is 0, text has no colors"),
      ("PAGER", "what shows long pages on a terminal; less by default"),
      (
        "XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME, XDG_CACHE_HOME",
        "where the folders below ~ stand instead"
      ),
      ("COLUMNS", "how wide lines are in the plain mode"),
      ("ESCDELAY", "how many milliseconds a lone Escape is waited for"),
      (
        "SOURCE_DATE_EPOCH", "the day, in seconds since 1970 (UTC), in place of today where you are"
      ),
    ] { lines += entry(name, meaning) }
    return lines
  }

  private static func entry(_ name: String, _ text: String) -> [String] { Roff.entry(name, text) }
}
