import TerminalUI

/// What terminals of Debian 12 were seen to send, or document that they do.
enum Recorded {
  /// Answers to questions that a program before has asked, and reports that none was asked for: they
  /// mean nothing here.
  static let replies: [String] = [
    // Names and versions: XTVERSION, DA1, DA2, DA3.
    "\u{1B}P>|XTerm(379)\u{1B}\\", "\u{1B}P>|kitty(0.26.5)\u{1B}\\", "\u{1B}P>|tmux 3.3a\u{1B}\\",
    "\u{1B}[?64;1;2;6;9;15;16;17;18;21;22;28c", "\u{1B}[?62;c", "\u{1B}[>41;379;0c",
    "\u{1B}[>1;4000;26c", "\u{1B}P!|00000000\u{1B}\\",
    // Colors, the clipboard, the window's title.
    "\u{1B}]11;rgb:ffff/ffff/dddd\u{1B}\\", "\u{1B}]10;rgb:0000/0000/0000\u{7}",
    "\u{1B}]4;1;rgb:cdcd/0000/0000\u{1B}\\", "\u{1B}]52;c;d3EKanhkIHhq\u{1B}\\",
    "\u{1B}]lwjq dx\u{1B}\\", "\u{1B}]Lwjq dx\u{7}", "\u{1B}]1337;ReportCellSize=17.5;8.0\u{1B}\\",
    "\u{1B}]l\u{2714} caf\u{E9} \u{1F511}\u{1B}\\",
    // Capabilities and settings.
    "\u{1B}P1+r436f=323536\u{1B}\\", "\u{1B}P0+r\u{1B}\\", "\u{1B}P1$r0 q\u{1B}\\",
    "\u{1B}P1$r0;1m\u{1B}\\", "\u{1B}[?2026;2$y", "\u{1B}[?2004;1$y", "\u{1B}[4;2$y",
    "\u{1B}[?1u", "\u{1B}[?0u", "\u{1B}[>4;2m", "\u{1B}[?997;1n", "\u{1B}[0n", "\u{1B}[?1;0;256S",
    // Places and sizes.
    "\u{1B}[24;80R", "\u{1B}[1;1R", "\u{1B}[1;5R", "\u{1B}[?12;40;1R", "\u{1B}[8;24;80t",
    "\u{1B}[4;384;640t", "\u{1B}[6;16;8t", "\u{1B}[48;24;80;384;640t", "\u{1B}[3;100;200t",
    "\u{1B}[1t",
    // Focus, graphics, and what nobody asks for.
    "\u{1B}[I", "\u{1B}[O", "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}_Gi=31;ENOENT:bad d w x\u{1B}\\",
    "\u{1B}^privacy wjq\u{1B}\\", "\u{1B}Xwjq\u{1B}\\", "\u{1B}[38;5;1q", "\u{1B}[201~",
    // The same with the control characters of eight bits, in UTF-8.
    "\u{90}>|XTerm(379)\u{9C}", "\u{9D}11;rgb:ffff/ffff/dddd\u{9C}", "\u{9B}?64;1c",
    "\u{9F}Gi=1;OK\u{1B}\\", "\u{9E}wjq\u{7}", "\u{98}wjq\u{9C}",
    // Keys let go of, keys without a use, other buttons.
    "\u{1B}[97;1:3u", "\u{1B}[1;1:3A", "\u{1B}[3;1:3~", "\u{1B}[57441;2u", "\u{1B}[113;9u",
    "\u{1B}[1;5A", "\u{1B}[5;5~", "\u{1B}\u{1B}[A", "\u{1B}[<2;3;4M", "\u{1B}[<0;3;4m",
    "\u{1B}[<35;3;4M", "\u{1B}[M\"!!", "\u{1B}[M#!!", "\u{1B}[M@!!",
  ]

  /// Keys, each as more than one kind of terminal sends it.
  static let keys: [(bytes: String, event: InputEvent)] = {
    var all: [(bytes: String, event: InputEvent)] = []
    for (bytes, key) in cursorKeys + codedKeys + otherKeys { all.append((bytes, .key(key))) }
    return all + requests
  }()

  private static let cursorKeys: [(String, Key)] = [
    ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[1;2A", .up), ("\u{1B}[a", .up),
    ("\u{1B}[B", .down), ("\u{1B}OB", .down), ("\u{1B}[C", .right), ("\u{1B}OC", .right),
    ("\u{1B}[D", .left), ("\u{1B}OD", .left), ("\u{1B}[1;1D", .left), ("\u{1B}[1;1:1D", .left),
    ("\u{1B}[1;129D", .left),
    // Words: xterm, Linux with a modifier first, rxvt, PuTTY.
    ("\u{1B}[1;5C", .controlRight), ("\u{1B}[1;3C", .controlRight), ("\u{1B}[5C", .controlRight),
    ("\u{1B}Oc", .controlRight), ("\u{1B}\u{1B}[C", .controlRight),
    ("\u{1B}\u{1B}OC", .controlRight), ("\u{1B}O5C", .controlRight),
    ("\u{9B}1;5C", .controlRight),
    ("\u{1B}[1;5D", .controlLeft), ("\u{1B}Od", .controlLeft), ("\u{1B}\u{1B}[D", .controlLeft),
    ("\u{1B}[1;5:2D", .controlLeft),
    ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
    ("\u{1B}[F", .end), ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
    ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[3;2~", .delete),
    ("\u{1B}[3$", .delete), ("\u{1B}[3;5~", .alt("d")), ("\u{1B}[3^", .alt("d")),
    ("\u{1B}[3@", .alt("d")), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
    ("\u{1B}[Z", .backTab), ("\u{1B}[9;2u", .backTab), ("\u{1B}[27;2;9~", .backTab),
    ("\u{1B}OP", .function(1)), ("\u{1B}OR", .function(3)), ("\u{1B}[P", .function(1)),
    ("\u{1B}[11~", .function(1)), ("\u{1B}[13~", .function(3)), ("\u{1B}[[A", .function(1)),
    ("\u{1B}[[E", .function(5)), ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)),
  ]

  private static let codedKeys: [(String, Key)] = [
    // Letters by their code, from kitty and from modifyOtherKeys.
    ("\u{1B}[97u", .character("a")), ("\u{1B}[97;1u", .character("a")),
    ("\u{1B}[97;1:1u", .character("a")), ("\u{1B}[97;1:2u", .character("a")),
    ("\u{1B}[97;2u", .character("A")), ("\u{1B}[97:65;2u", .character("A")),
    ("\u{1B}[97;2;65u", .character("A")), ("\u{1B}[27;2;65~", .character("A")),
    ("\u{1B}[49:33;2u", .character("!")), ("\u{1B}[27;2;33~", .character("!")),
    ("\u{1B}[233u", .character("\u{E9}")), ("\u{1B}[32u", .character(" ")),
    ("\u{1B}[97;3u", .alt("a")), ("\u{1B}[27;3;97~", .alt("a")), ("\u{1B}[97;4u", .alt("A")),
    ("\u{1B}[114;5u", .control("r")), ("\u{1B}[27;5;114~", .control("r")),
    ("\u{1B}[114;69u", .control("r")), ("\u{1B}[47;5u", .control("_")),
    ("\u{1B}[27;5;47~", .control("_")), ("\u{1B}[45;6u", .control("_")),
    ("\u{1B}[32;5u", .control("@")), ("\u{1B}[109;5u", .enter), ("\u{1B}[105;5u", .tab),
    ("\u{1B}[27u", .escape), ("\u{1B}[27;1:1u", .escape), ("\u{1B}[91;5u", .escape),
    ("\u{1B}[13u", .enter), ("\u{1B}[13;2u", .enter), ("\u{1B}[27;5;13~", .enter),
    ("\u{1B}[9u", .tab), ("\u{1B}[127u", .backspace), ("\u{1B}[127;3u", .alt("\u{7F}")),
  ]

  private static let otherKeys: [(String, Key)] = [
    // The keypad: application mode, and kitty's.
    ("\u{1B}OM", .enter), ("\u{1B}Op", .character("0")), ("\u{1B}Oy", .character("9")),
    ("\u{1B}Ok", .character("+")), ("\u{1B}Om", .character("-")), ("\u{1B}Oj", .character("*")),
    ("\u{1B}Oo", .character("/")), ("\u{1B}On", .character(".")), ("\u{1B}OX", .character("=")),
    ("\u{1B}[57399u", .character("0")), ("\u{1B}[57413u", .character("+")),
    ("\u{1B}[57414u", .enter), ("\u{1B}[57419u", .up), ("\u{1B}[57424u", .end),
    // Escape and a key at once.
    ("\u{1B}x", .alt("x")), ("\u{1B}\u{E9}", .alt("\u{E9}")), ("\u{1B}\u{7F}", .alt("\u{7F}")),
    ("\u{1B}\u{8}", .alt("\u{7F}")), ("\u{1B}", .escape),
    // Characters.
    ("q", .character("q")), ("\u{E9}", .character("\u{E9}")),
    ("\u{4E2D}", .character("\u{4E2D}")),
    ("\u{1F511}", .character("\u{1F511}")), ("\r", .enter), ("\n", .enter), ("\t", .tab),
    ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{1F}", .control("_")),
    ("\u{0}", .control("@")), ("\u{12}", .control("r")),
  ]

  private static let requests: [(bytes: String, event: InputEvent)] = [
    ("\u{1B}[99;5u", .interrupt), ("\u{1B}[27;5;99~", .interrupt), ("\u{1B}[122;5u", .suspend),
    ("\u{1A}", .suspend),
    ("\u{1B}[<0;3;4M", .mouse(MouseEvent(.press, at: Point(row: 3, column: 2)))),
    ("\u{1B}[M #$", .mouse(MouseEvent(.press, at: Point(row: 3, column: 2)))),
    ("\u{1B}[32;3;4M", .mouse(MouseEvent(.press, at: Point(row: 3, column: 2)))),
    ("\u{1B}[<64;3;4M", .mouse(MouseEvent(.scrollUp, at: Point(row: 3, column: 2)))),
    ("\u{1B}[Ma#$", .mouse(MouseEvent(.scrollDown, at: Point(row: 3, column: 2)))),
    ("\u{1B}[200~q\u{1B}[201~", .paste("q")), ("\u{1B}[200~\u{1B}[201~", .paste("")),
  ]
}
