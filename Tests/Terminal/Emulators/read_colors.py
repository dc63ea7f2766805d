"""Reads the colors that terminals come with off their screens, as rows for ContrastTests.swift.

usage: read_colors.py [NAME...]

Each terminal (see terminals.py; Debian's versions, without any settings) is filled with one color
after the other, and what most of its window then shows is that color. Needs Debian's xvfb, xdotool
and python3-pyte.
"""

import collections
import mmap
import os
import struct
import subprocess
import sys
import tempfile
import time

import terminals
from desk import Desk, Missing

FULL = "\N{FULL BLOCK}"
DISPLAY = ":96"


class Screen:
    """The frame buffer of Xvfb, an XWD file in memory."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "Xvfb_screen0")

    def color(self, shape):
        """What most of the middle of a window shows."""
        with open(self.path, "rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            head = struct.unpack(">25I", data[:100])
            start, line, bits = head[0] + 12 * head[19], head[12], head[11]
            counts = collections.Counter()
            left, top = shape["X"] + shape["WIDTH"] // 4, shape["Y"] + shape["HEIGHT"] // 4
            for y in range(top, top + shape["HEIGHT"] // 2):
                row = start + y * line + left * bits // 8
                pixels = data[row:row + shape["WIDTH"] // 2 * 4]
                counts.update(struct.unpack("<%dI" % (len(pixels) // 4), pixels))
            return counts.most_common(1)[0][0] & 0xFFFFFF


def fill(desk, screen, rendition, text=FULL):
    rows, columns = desk.size
    lines = "\r\n".join([text * columns] * rows)
    with open(os.path.join(desk.log, "question"), "wb") as file:
        file.write(("\x1b[0m\x1b[2J\x1b[H\x1b[%sm%s\x1b[?25l" % (rendition, lines)).encode())
    os.rename(os.path.join(desk.log, "question"), os.path.join(desk.log, "ask"))
    last = None
    for _ in range(40):
        time.sleep(0.15)
        color = screen.color(desk.shape)
        if color == last and not os.path.exists(os.path.join(desk.log, "ask")):
            return color
        last = color
    raise Missing("a color that stays")


def read(desk, screen):
    desk.find_window()
    time.sleep(1)
    background = fill(desk, screen, "0", " ")

    def color(rendition):
        found = fill(desk, screen, rendition)
        # The font may have no full block.
        return found if found != background else fill(desk, screen, "7;" + rendition, " ")

    return {"background": background, "text": color("39"), "bold": color("1"),
            "colors": [color(str(30 + number)) for number in range(8)]}


def main():
    names = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            ["Xvfb", DISPLAY, "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-fbdir", folder],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            while subprocess.run(["xdotool", "getmouselocation"], capture_output=True,
                                 env={**os.environ, "DISPLAY": DISPLAY}).returncode != 0:
                time.sleep(0.1)
            for name, needed, package, start in terminals.TERMINALS:
                if (names and name not in names) or not terminals.is_there(needed):
                    continue
                desk = Desk(DISPLAY, "/bin/ls", start)
                try:
                    found = read(desk, Screen(folder))
                    print("    Colors(\n      name: \"%s %s\", text: 0x%06X, background: 0x%06X, "
                          "bold: 0x%06X,\n      colors: [%s])," % (
                              name, terminals.version(package), found["text"],
                              found["background"], found["bold"],
                              ", ".join("0x%06X" % color for color in found["colors"])),
                          flush=True)
                except Missing as error:
                    print("    // %s: %s" % (name, error), flush=True)
                finally:
                    desk.close()
        finally:
            server.terminate()
            server.wait()


main()
