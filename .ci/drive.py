"""Runs a command on a pseudo-terminal until the designer's first frame, quits, checks the end."""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time

DEADLINE_SECONDS = 1500


def main(command: str) -> int:
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["TERM"] = "xterm-256color"
        os.environ["LANG"] = "C.UTF-8"
        os.execvp("bash", ["bash", "-c", command])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    before = termios.tcgetattr(terminal)
    seen = b""
    pressed = False
    end = time.monotonic() + DEADLINE_SECONDS
    while time.monotonic() < end:
        readable, _, _ = select.select([terminal], [], [], 1)
        if readable:
            try:
                chunk = os.read(terminal, 65536)
            except OSError:
                break
            if not chunk:
                break
            seen += chunk
        start = seen.find(b"How do you want to begin?")
        if not pressed and start >= 0 and b"\x1b[?2026l" in seen[start:]:
            pressed = True
            after_first_frame = len(seen)
            os.write(terminal, b"q")
        if pressed and b"\x1b[?1049l" in seen[after_first_frame:]:
            break
    _, status = os.waitpid(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    problems = []
    if not pressed:
        problems.append("no first frame")
    if code != 130:
        problems.append(f"exit status {code}, not 130 (left without writing)")
    try:
        if termios.tcgetattr(terminal) != before:
            problems.append("the terminal's settings are not as before")
    except termios.error:
        pass
    if problems:
        sys.stderr.write(seen[-3000:].decode("utf-8", "replace") + "\n")
        sys.stderr.write("drive: " + "; ".join(problems) + "\n")
        return 1
    print("first frame seen, left with 130, terminal as before")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
