#!/bin/sh
# dvtm 0.15 (Debian 12) puts the terminal that it runs in into the keypad's application mode (ESC =),
# although nothing in it has asked for that, and then drops the codes of the keypad's signs, which
# ncurses has no key for: what runs in dvtm never sees + - * of the keypad while Num Lock is off, in
# any mode that it sets itself.
#
# Expected: a multiplexer that asks for codes passes them on, or does not ask, as tmux and screen do.
# Seen: ESC = is sent at the start; of ESC O k, ESC O m and ESC O j nothing arrives, of a plain + the +.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq dvtm=0.15+40.g311a8c0-1 >/dev/null
dpkg -x dvtm*.deb root
cat > listen.py <<'PY'
import os, sys, tty
tty.setraw(0)
os.write(1, b"\x1b>READY")
with open("log", "ab", buffering=0) as log:
    while (data := os.read(0, 100)) != b"q":
        log.write(data)
PY
cat > try.py <<'PY'
import fcntl, os, pty, select, signal, struct, sys, termios, time
child, master = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    os.environ.update(TERM="xterm", HOME=os.getcwd(), SHELL="/bin/sh")
    os.execv("root/usr/bin/dvtm", ["dvtm", sys.executable + " listen.py"])
def read(seconds, until=None):
    seen, end = b"", time.monotonic() + seconds
    while time.monotonic() < end and (until is None or until not in seen):
        if select.select([master], [], [], 0.1)[0]:
            try:
                seen += os.read(master, 65536)
            except OSError:
                break
    return seen
def heard(keys):
    before = os.path.getsize("log") if os.path.exists("log") else 0
    os.write(master, keys)
    read(1.5)
    with open("log", "rb") as log:
        log.seek(before)
        return log.read()
said = read(10, b"READY")
assert b"READY" in said, said
read(1)
found = [b"\x1b=" in said] + [heard(keys) for keys in (b"\x1bOk", b"\x1bOm", b"\x1bOj", b"+")]
print("asks for keypad codes:", found[0])
print("keypad + - *:", found[1:4], "plain +:", found[4])
os.kill(child, signal.SIGKILL)
os.waitpid(child, 0)
sys.exit(0 if found == [True, b"", b"", b"", b"+"] else 1)
PY
python3 try.py
