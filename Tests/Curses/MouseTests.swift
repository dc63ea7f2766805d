import TerminalUI
import Testing

@testable import Curses

/// What the mouse reports, in three forms.
@Suite struct MouseTests {
  private let place = Point(row: 3, column: 2)

  @Test(arguments: [
    ("\u{1B}[<0;3;4M", MouseEvent.Kind.press), ("\u{1B}[<4;3;4M", .press),
    ("\u{1B}[<28;3;4M", .press),
    ("\u{1B}[M #$", .press), ("\u{1B}[M0#$", .press), ("\u{1B}[32;3;4M", .press),
    ("\u{1B}[<64;3;4M", .scrollUp), ("\u{1B}[<65;3;4M", .scrollDown),
    ("\u{1B}[<80;3;4M", .scrollUp),
    ("\u{1B}[M`#$", .scrollUp), ("\u{1B}[96;3;4M", .scrollUp),
  ])
  func whatHasAUse(bytes: String, kind: MouseEvent.Kind) {
    #expect(Typing.events(bytes) == [.mouse(MouseEvent(kind, at: place))])
  }

  @Test(arguments: [
    "\u{1B}[<1;3;4M", "\u{1B}[<2;3;4M", "\u{1B}[<32;3;4M", "\u{1B}[<35;3;4M", "\u{1B}[<0;3;4m",
    "\u{1B}[<66;3;4M", "\u{1B}[<0;0;4M", "\u{1B}[<0;3;0M", "\u{1B}[<0;3M", "\u{1B}[<0;3;4;5M",
    "\u{1B}[<;;M", "\u{1B}[<99999999999999999999;3;4M", "\u{1B}[<-1;3;4M", "\u{1B}[M###",
    "\u{1B}[M  #", "\u{1B}[M\u{1}\u{2}\u{3}",
  ])
  func whatHasNone(bytes: String) { #expect(Typing.events(bytes) == []) }

  @Test("Motion with the button down, sent as presses by QTerminal, is one press")
  func aPressCountsAgainAfterARelease() {
    let press: [InputEvent] = [.mouse(MouseEvent(.press, at: place))]
    #expect(Typing.events("\u{1B}[<0;3;4M\u{1B}[<0;4;4M\u{1B}[<0;5;5M\u{1B}[<0;5;5m") == press)
    #expect(
      Typing.events("\u{1B}[<0;3;4M\u{1B}[<0;3;4m\u{1B}[<0;3;4M\u{1B}[<0;3;4m") == press + press)
    #expect(Typing.events("\u{1B}[M #$\u{1B}[M $$\u{1B}[M##$\u{1B}[M #$") == press + press)
  }

  @Test func aReleaseThatNeverCameIsForgottenAtTheNextKey() {
    let press: [InputEvent] = [.mouse(MouseEvent(.press, at: place))]
    #expect(Typing.events("\u{1B}[<0;3;4Mj\u{1B}[<0;3;4M") == press + .keys("j") + press)
  }

  @Test func beyond223ColumnsTheOldFormSaysNothing() {
    #expect(Typing.events([0x1B, 0x5B, 0x4D, 0x20, 0xFF, 0xFF]).count == 1)
    #expect(Typing.events([0x1B, 0x5B, 0x4D, 0x20, 0x00, 0x21]) == [])
  }
}
