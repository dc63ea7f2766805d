"""A terminal on a screen of its own, with a person's hands: keys, mouse, selection, and eyes."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import pyte

HERE = os.path.dirname(os.path.abspath(__file__))


class Missing(Exception):
    """What was waited for did not come."""


class Desk:
    def __init__(self, display, program, start):
        self.display, self.program = display, program
        self.home = tempfile.mkdtemp(prefix="keywright-terminal-")
        self.log = os.path.join(self.home, "log")
        os.mkdir(self.log)
        self.environment = {
            name: value for name, value in os.environ.items()
            if not name.startswith(("XDG_", "TMUX", "STY", "TERM", "LC_", "WINDOWID", "VTE"))
        }
        self.environment.update(
            DISPLAY=display, HOME=self.home, LANG="C.UTF-8", SHELL="/bin/sh",
            LIBGL_ALWAYS_SOFTWARE="1", QT_QPA_PLATFORM="xcb", SOURCE_DATE_EPOCH="1800000000",
            XDG_RUNTIME_DIR=self.home, KEYWRIGHT_START="scopes")
        words = [sys.executable, os.path.join(HERE, "relay.py"), self.log, program, "key.json"]
        command, self.environment = start(words, self.environment, self.home)
        self.process = subprocess.Popen(
            command, env=self.environment, cwd=self.home, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=open(os.path.join(self.home, "terminal.log"), "w"),
            stderr=subprocess.STDOUT)
        self.cell = None

    def close(self):
        open(os.path.join(self.log, "stop"), "w").close()
        time.sleep(0.3)
        try:
            os.killpg(self.process.pid, signal.SIGTERM)
            self.process.wait(3)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            try:
                os.killpg(self.process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        shutil.rmtree(self.home, ignore_errors=True)

    # Eyes.

    def read(self, name):
        try:
            with open(os.path.join(self.log, name), "rb") as file:
                return file.read()
        except FileNotFoundError:
            return b""

    @property
    def size(self):
        words = self.read("size").split()
        return (int(words[0]), int(words[1])) if len(words) == 2 else (24, 80)

    @property
    def screen(self):
        rows, columns = self.size
        screen = pyte.Screen(columns, rows)
        stream = pyte.ByteStream(screen)
        # pyte knows no parameters of its own kind in front.
        stream.feed(re.sub(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]", b"", self.read("out")))
        return screen

    @property
    def text(self):
        return "\n".join(self.screen.display)

    def wait(self, text, seconds=5.0, gone=False):
        end = time.monotonic() + seconds
        while True:
            shown = self.text
            if (text in shown) != gone:
                return shown
            if time.monotonic() > end:
                raise Missing(("still " if gone else "no ") + repr(text))
            time.sleep(0.03)

    def settle(self, seconds=0.35):
        last = None
        while last != (last := self.read("out")):
            time.sleep(seconds)

    # Hands.

    def tool(self, *words, **more):
        return subprocess.run(
            ["xdotool", *map(str, words)], env=self.environment, capture_output=True, text=True,
            timeout=20, **more).stdout

    def find_window(self):
        end = time.monotonic() + 20
        while time.monotonic() < end:
            best = None
            for window in self.tool("search", "--onlyvisible", "--name", ".*").split():
                shape = dict(
                    line.split("=") for line in
                    self.tool("getwindowgeometry", "--shell", window).split() if "=" in line)
                # The whole screen is no terminal.
                is_root = shape.get("WIDTH") == "1400" and shape.get("HEIGHT") == "900"
                if "WIDTH" in shape and int(shape["WIDTH"]) > 300 and not is_root:
                    area = int(shape["WIDTH"]) * int(shape["HEIGHT"])
                    if best is None or area >= best[0]:
                        best = (area, window, {k: int(v) for k, v in shape.items()})
            if best and self.read("out"):
                self.window, self.shape = best[1], best[2]
                self.tool("mousemove", self.shape["X"] + self.shape["WIDTH"] // 2,
                          self.shape["Y"] + self.shape["HEIGHT"] // 2)
                self.tool("windowfocus", self.window)
                return
            time.sleep(0.1)
        raise Missing("no window")

    def press(self, *keys):
        for key in keys:
            self.tool("key", "--clearmodifiers", key)
            time.sleep(0.06)

    def type(self, text):
        self.tool("type", "--clearmodifiers", "--delay", "40", text)

    def report(self, button):
        """Clicks where the pointer is, and says which cell the terminal reports."""
        mark = len(self.read("in"))
        self.tool("click", button)
        end = time.monotonic() + 1.5
        while time.monotonic() < end:
            data = self.read("in")[mark:]
            found = re.search(rb"\x1b\[<\d+;(\d+);(\d+)M", data)
            if found:
                return int(found[1]), int(found[2])
            old = re.search(rb"\x1b\[M.(.)(.)", data, re.DOTALL)
            if old:
                return old[1][0] - 32, old[2][0] - 32
            time.sleep(0.05)
        return None

    def measure(self):
        """Where the cells are, by two clicks of a button that the program has no use for."""
        x, y = self.shape["X"], self.shape["Y"]
        ends = []
        for part in (0.35, 0.8):
            place = (x + int(self.shape["WIDTH"] * part), y + int(self.shape["HEIGHT"] * part))
            self.tool("mousemove", *place)
            # One of them opens a menu in some terminals.
            cell = self.report(2) or self.report(3)
            if cell is None:
                return False
            ends.append((place, cell))
        (a, ca), (b, cb) = ends
        if ca[0] == cb[0] or ca[1] == cb[1]:
            return False
        self.cell = (ca, a, (b[0] - a[0]) / (cb[0] - ca[0]), (b[1] - a[1]) / (cb[1] - ca[1]))
        return True

    def point(self, row, column):
        (column0, row0), (x, y), width, height = self.cell
        return (round(x + (column + 1 - column0) * width), round(y + (row + 1 - row0) * height))

    def select(self, text):
        for name in ("primary", "clipboard"):
            subprocess.run(["xclip", "-selection", name], input=text.encode(),
                           env=self.environment, stdout=subprocess.DEVNULL, timeout=10)

    def clipboard(self):
        for name in ("clipboard", "primary"):
            result = subprocess.run(["xclip", "-o", "-selection", name], env=self.environment,
                                    capture_output=True, timeout=10)
            yield result.stdout.decode(errors="replace")
