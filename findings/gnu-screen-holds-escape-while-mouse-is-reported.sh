#!/bin/sh
# GNU screen 4.9.0 (Debian 12) passes a lone Escape on at once, until a program in it asks for reports
# of the mouse (CSI ? 1000 h): then it holds the Escape back without any timeout, because a report
# begins with the same byte, and lets it go only with the next key, as one piece. A program that
# works in every other terminal, tmux included, has a dead Escape key there, and the next key is taken
# for Alt and that key.
#
# Expected from the manuals: a timeout, as for every other ambiguous escape.
# Seen: with the mouse off ESC arrives in under a second; with it on nothing arrives in three, then
# `ESC x` in one read when x is typed.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq screen=4.9.0-4 libutempter0=1.2.1-3 >/dev/null
for package in *.deb; do dpkg -x "$package" root; done
mkdir -m 700 sockets
cat > listen.py <<'PY'
import os, sys, tty, time
tty.setraw(0)
if sys.argv[1] == "on":
    os.write(1, b"\x1b[?1000h")
os.write(1, b"READY")
with open(sys.argv[2], "ab", buffering=0) as log:
    while True:
        data = os.read(0, 100)
        if data == b"q":
            break
        log.write(repr(data).encode() + b"\n")
PY
cat > try.py <<'PY'
import os, pty, select, sys, time
def heard(mouse):
    log = "log." + mouse
    child, master = pty.fork()
    if child == 0:
        root = os.path.join(os.getcwd(), "root")
        os.environ.update(TERM="xterm-256color", SCREENDIR=os.path.join(os.getcwd(), "sockets"),
                          LD_LIBRARY_PATH=os.path.join(root, "usr/lib/x86_64-linux-gnu"))
        os.execv(root + "/usr/bin/screen", ["screen", "-c", "/dev/null", sys.executable, "listen.py", mouse, log])
    def read(seconds, until=None):
        seen, end = b"", time.monotonic() + seconds
        while time.monotonic() < end and (until is None or until not in seen):
            if select.select([master], [], [], 0.1)[0]:
                try:
                    seen += os.read(master, 65536)
                except OSError:
                    break
        return seen
    said = read(10, b"READY")
    assert b"READY" in said, said
    read(1)
    os.write(master, b"\x1b")
    read(3)
    first = open(log).read().split()
    os.write(master, b"x")
    read(1)
    second = open(log).read().split()
    os.write(master, b"q")
    read(2)
    os.waitpid(child, 0)
    return first, second
off, on = heard("off"), heard("on")
print("mouse off:", off)
print("mouse on: ", on)
expected_off = (["b'\\x1b'"], ["b'\\x1b'", "b'x'"])
expected_on = ([], ["b'\\x1bx'"])
sys.exit(0 if (off, on) == (expected_off, expected_on) else 1)
PY
python3 try.py
