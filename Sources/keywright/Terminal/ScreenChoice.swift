import Curses
import Designer
import Documents
import TerminalUI

/// How the screen is drawn: what options ask for, else the settings, as far as the terminal can.
struct ScreenChoice {
  /// The settings, with the options put in.
  let settings: Settings
  /// What the terminal is opened with.
  let options: CursesOptions
  /// What can be drawn.
  let charset: Charset
  /// What can be printed in lines.
  let lineCharset: Charset
  /// What to say where the mouse is off although nobody asked for that.
  let mouseNote: String?

  /// - Parameters: nil is as the settings say.
  init(ascii: Bool?, mouse: Bool?, synchronizedOutput: Bool?) throws(ModelError) {
    var settings = try SettingsFile.load()
    settings.mouse = mouse ?? settings.mouse
    let keepsMouseOff = settings.mouse == nil && CursesSession.losesEscapeToTheMouse
    if keepsMouseOff { settings.mouse = false }
    mouseNote =
      keepsMouseOff
      ? "in screen the mouse is off, because Esc would wait for it; m turns it on" : nil
    let forcesASCII = ascii ?? settings.ascii ?? false
    // Lines can have every character, wherever they are written.
    lineCharset = forcesASCII ? .ascii : Console.locale
    let screenCharset = Charset.drawsBeyondASCII ? Console.locale : .ascii
    charset = screenCharset == .ascii ? .ascii : lineCharset
    options = CursesOptions(
      colors: Environment["NO_COLOR"] == nil && settings.usesColors,
      synchronizedOutput: synchronizedOutput ?? settings.synchronizedOutput ?? true,
      forceASCII: forcesASCII, charset: screenCharset)
    self.settings = settings
  }
}
