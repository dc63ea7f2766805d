"""Which terminals are tried, and how each is started. All are Debian's."""

import os
import shutil
import subprocess


def plainly(*before):
    """A terminal that takes a program and its arguments as they are."""
    return lambda words, environment, home: ([*before, *words], environment)


def as_text(*before):
    """A terminal that takes a program as one string."""
    return lambda words, environment, home: ([*before, " ".join(words)], environment)


# Debian's xterm keeps its clipboard from programs until it is told otherwise.
XTERM = ["xterm", "-xrm", "*allowWindowOps: true", "-e"]


def within_xterm(*before):
    """A multiplexer, which is tried in xterm."""
    return lambda words, environment, home: ([*XTERM, *before, *words], environment)


def dvtm(words, environment, home):
    return [*XTERM, "dvtm", " ".join(words)], environment


def screen(words, environment, home):
    folder = os.path.join(home, "screen")
    os.mkdir(folder, 0o700)
    return ([*XTERM, "screen", "-c", "/dev/null", *words],
            {**environment, "SCREENDIR": folder})


def dtach(words, environment, home):
    return ([*XTERM, "dtach", "-c", os.path.join(home, "socket"), *words], environment)


def mosh(words, environment, home):
    """The server and the client alone: no ssh is needed on one machine."""
    said = subprocess.run(
        ["mosh-server", "new", "-i", "127.0.0.1", "-l", "LANG=C.UTF-8", "--", *words],
        env={**environment, "TERM": "xterm-256color"}, cwd=home, capture_output=True, text=True,
        stdin=subprocess.DEVNULL, timeout=20).stdout
    for line in said.splitlines():
        if line.startswith("MOSH CONNECT"):
            port, key = line.split()[2:4]
            return ([*XTERM, "mosh-client", "127.0.0.1", port],
                    {**environment, "MOSH_KEY": key})
    raise OSError("mosh-server said: " + said)


# Name, the program that has to be there, Debian's package, and how it is started.
TERMINALS = [
    ("xterm", "xterm", "xterm", plainly("xterm", "-e")),
    ("xterm, allowWindowOps", "xterm", "xterm", plainly(*XTERM)),
    ("rxvt-unicode", "urxvt", "rxvt-unicode", plainly(
        "urxvt", "-pe", "-confirm-paste", "-e")),
    ("st", "st", "stterm", plainly("st", "-e")),
    ("kitty", "kitty", "kitty", plainly(
        "kitty", "--config", "NONE", "-o", "update_check_interval=0", "-o",
        "clipboard_control=write-clipboard write-primary")),
    ("alacritty", "alacritty", "alacritty", plainly("alacritty", "-e")),
    ("qterminal", "qterminal", "qterminal", as_text("qterminal", "-e")),
    ("xfce4-terminal", "xfce4-terminal", "xfce4-terminal", plainly(
        "xfce4-terminal", "--disable-server", "--hide-menubar", "-x")),
    ("konsole", "konsole", "konsole", plainly(
        "konsole", "--nofork", "--hide-menubar", "--hide-tabbar", "-e")),
    ("mlterm", "mlterm", "mlterm", plainly("mlterm", "-e")),
    ("pterm", "pterm", "pterm", plainly("pterm", "-e")),
    ("tmux", "tmux", "tmux", within_xterm(
        "tmux", "-L", "keywright", "-f", "/dev/null", "start-server", ";", "set", "-g",
        "set-clipboard", "on", ";", "new")),
    ("screen", "screen", "screen", screen),
    ("dvtm", "dvtm", "dvtm", dvtm),
    ("dtach", "dtach", "dtach", dtach),
    ("mosh", "mosh-server", "mosh", mosh),
]


def version(package):
    said = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True,
                          text=True)
    return said.stdout if said.returncode == 0 else ""


def is_there(program):
    return shutil.which(program) is not None
