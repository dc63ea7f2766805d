"""The table of what each terminal can do, as a document."""

import datetime

HEAD = """# Terminals

What `Tests/Terminal/Emulators/try_terminals.py` found on %s, with Debian 12's versions. It starts
each terminal on a screen of its own, presses real keys, moves a real mouse, and reads what the
terminal sends and the program draws. Multiplexers run in xterm with `allowWindowOps`, and tmux with `set-clipboard on`. To make this table again:

```
apt-get install -qy xvfb xdotool xclip python3-pyte xterm rxvt-unicode stterm kitty alacritty qterminal xfce4-terminal konsole mlterm pterm tmux screen dvtm dtach mosh
swift build && python3 Tests/Terminal/Emulators/try_terminals.py --write Assets/Docs/terminals.md
```

"""

NOTES = """
- **replies press nothing**: how many bytes the terminal answered to eight questions that a program
  before could have asked; none of them may act.
- **Alt+arrow keeps a form**: whether Alt and an arrow move by a word, or do nothing; a form stays.
- **keypad types**: `+ - *` and 7 of the numeric keypad in a line of text. dvtm puts the terminal that it
  runs in into the keypad's application mode and drops what then comes, unless Num Lock is on.
- **a drag is one press**: a press, five moves and a release on a box tick one scope; *clicks alone* means
  that the terminal reports no drags.
- **a paste runs nothing**: 60 characters with line ends, by Shift+Insert; *left out* is what the
  program says of it, *nothing came* means that the terminal has another key for pasting.
- **copy (OSC 52)**: whether the ids of the chosen scopes were on the clipboard afterwards; *refused*
  is the terminal's own choice, which it does not tell anybody.
"""


def document(found, steps):
    """Rows are terminals, columns are steps."""
    today = datetime.date.today().isoformat()
    lines = ["| terminal | version | " + " | ".join(steps) + " |",
             "|---|---|" + "---|" * len(steps)]
    for name, version, results in found:
        cells = []
        for step in steps:
            ok, what = results.get(step, (False, "not tried"))
            what = what.replace("|", "\\|")
            cells.append(("`%s`" % what if what.startswith("+-*") else what) if ok
                         else "**no**: " + what)
        lines.append("| %s | %s | %s |" % (name, version, " | ".join(cells)))
    return HEAD % today + "\n".join(lines) + "\n" + NOTES
