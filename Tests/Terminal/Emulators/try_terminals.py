"""Does the whole job in every terminal that is installed, and writes a table of what each can do.

usage: try_terminals.py [--program .build/debug/keywright] [--write Assets/Docs/terminals.md] [NAME...]

Needs Debian's xvfb, xdotool, xclip, python3-pyte and the terminals (see terminals.py). Takes about
a minute a terminal, so it is no part of `swift test`. Ends with 1 where a check failed.
"""

import argparse
import os
import subprocess
import sys
import time

import table
import terminals
from desk import Desk, Missing

# Asked as a program before would have: version, background, attributes, a capability, the cursor.
QUESTIONS = b"\x1b[>q\x1b]11;?\x1b\\\x1b[c\x1b[>c\x1bP+q436f\x1b\\\x1b[6n\x1b[?2026$p\x1b[?u"


class Job:
    """One person's way through the program; each step is a check."""

    def __init__(self, desk):
        self.desk = desk

    def start(self):
        """first frame"""
        self.desk.find_window()
        self.desk.wait("q quit", 15)
        self.desk.settle()

    def arrows(self):
        """arrow keys"""
        self.desk.press("Down", "Down", "Up")
        self.desk.settle()
        if self.desk.screen.cursor.y != 2:
            raise Missing("the cursor's row is %d" % self.desk.screen.cursor.y)

    def keys(self):
        """filter, tick"""
        self.desk.type("/refund")
        self.desk.wait("Filter: refund")
        self.desk.press("Return", "space")
        self.desk.wait("ticked ")

    def escape(self):
        """Esc within a second"""
        self.desk.press("Escape")
        self.desk.wait("filter cleared", 1.0)

    def replies(self):
        """replies press nothing"""
        desk = self.desk
        before, mark = desk.screen.display, len(desk.read("in"))
        with open(os.path.join(desk.log, "question"), "wb") as file:
            file.write(QUESTIONS)
        os.rename(os.path.join(desk.log, "question"), os.path.join(desk.log, "ask"))
        time.sleep(1)
        if desk.screen.display != before:
            raise Missing("something happened")
        return "%d bytes" % (len(desk.read("in")) - mark)

    def form(self):
        """Alt+arrow keeps a form"""
        self.desk.press("e")
        self.desk.wait("Rotate by")
        self.desk.type("two words")
        self.desk.wait("two words")
        self.desk.press("alt+Left")
        self.desk.settle()
        self.desk.wait("Rotate by")
        self.desk.type("x")
        try:
            self.desk.wait("two xwords", 1)
            return "by a word"
        except Missing:
            return "nothing"

    def undo(self):
        """a form comes back"""
        self.desk.press("Escape")
        self.desk.wait("left as they were; u brings")
        self.desk.press("u")
        self.desk.wait("Rotate by")
        self.desk.wait("words")
        self.desk.press("Escape")
        self.desk.wait("left as they were")

    def keypad(self):
        """keypad types"""
        desk, typed, unsent = self.desk, "", ""
        desk.type("/")
        desk.wait("Filter:")
        for name, sign in (("KP_Add", "+"), ("KP_Subtract", "-"), ("KP_Multiply", "*"), ("KP_7", "7")):
            mark = len(desk.read("in"))
            desk.press(name)
            try:
                desk.wait("Filter: " + typed + sign, 2)
                typed += sign
            except Missing:
                # What the terminal keeps to itself no program can type.
                if len(desk.read("in")) == mark:
                    unsent += sign
        desk.press("Escape")
        desk.wait("filter cleared", 2)
        desk.press("g")
        # Seven is an arrow where Num Lock is off.
        if not set("+-*") <= set(typed + unsent):
            raise Missing("only " + (typed or "nothing"))
        return typed + ("; the terminal sends nothing for " + unsent if unsent else "")

    def mouse(self):
        """a drag is one press"""
        desk = self.desk
        # Where the mouse is not reported, its middle button pastes.
        desk.select("")
        if not desk.measure():
            return "no mouse"
        desk.press("2", "1", "g")
        desk.settle()
        row = next((i for i, line in enumerate(desk.screen.display)
                    if "[ ]" in line and "stores.view" in line), None)
        if row is None:
            raise Missing("no box to click")
        before = self.chosen()
        column = desk.screen.display[row].index("[ ]") + 1
        desk.tool("mousemove", *desk.point(row, column))
        desk.tool("mousedown", 1)
        for step in range(1, 6):
            desk.tool("mousemove", *desk.point(row + step, column + step))
            time.sleep(0.05)
        desk.tool("mouseup", 1)
        desk.settle()
        if self.chosen() == before:
            # dvtm reports what begins and ends in one place, and nothing of a drag.
            desk.tool("mousemove", *desk.point(row, column))
            desk.tool("click", 1)
            desk.settle()
            if self.chosen() == before + 1:
                return "clicks alone"
        if self.chosen() != before + 1:
            raise Missing("%d instead of one" % (self.chosen() - before))

    def chosen(self):
        words = self.desk.screen.display[0].split()
        return int(words[words.index("Scopes") + 1].split("/")[0])

    def paste(self):
        """a paste runs nothing"""
        desk = self.desk
        before = self.chosen()
        desk.select("wq dx curl -X DELETE https://api.example.com/v1/orders/{id} \nq\n")
        desk.press("shift+Insert")
        time.sleep(0.8)
        shown = desk.text
        if "q quit" not in shown or self.chosen() != before:
            raise Missing("it acted")
        return "left out" if "left out" in shown else "nothing came"

    def copy(self):
        """copy (OSC 52)"""
        desk = self.desk
        desk.select("nothing")
        desk.press("y", "i")
        desk.wait("to the terminal's clipboard")
        time.sleep(0.5)
        return "yes" if any("refund" in text for text in desk.clipboard()) else "refused"

    def write(self):
        """write"""
        self.desk.press("w")
        self.desk.wait("Write to")
        self.desk.press("Return")
        self.desk.wait("wrote ")

    def leave(self):
        """quit, modes left"""
        desk = self.desk
        desk.press("q")
        end = time.monotonic() + 5
        while not desk.read("status"):
            if time.monotonic() > end:
                raise Missing("it did not end")
            time.sleep(0.05)
        if desk.read("status") != b"0":
            raise Missing("status " + desk.read("status").decode())
        mark = len(desk.read("after"))
        desk.select("paste")
        desk.press("Up", "KP_Add")
        desk.tool("click", 1)
        desk.press("shift+Insert")
        time.sleep(0.5)
        data = desk.read("after")[mark:]
        for wrong in (b"\x1bO", b"\x1b[200~", b"\x1b[<", b"\x1b[M"):
            if wrong in data:
                raise Missing("left on: %r" % data)

    STEPS = [start, arrows, keys, escape, replies, form, undo, keypad, mouse, paste, copy, write, leave]

    def run(self):
        results = {}
        for step in self.STEPS:
            try:
                results[step.__doc__] = (True, step(self) or "yes")
            except (Missing, subprocess.TimeoutExpired, ValueError) as error:
                results[step.__doc__] = (False, str(error))
                if step is Job.start:
                    break
                self.desk.press("Escape")
        return results


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--program", default=".build/debug/keywright")
    arguments.add_argument("--write", help="the document to write the table to")
    arguments.add_argument("--display", default=":97")
    arguments.add_argument("--keep", help="a folder for pictures of what failed")
    arguments.add_argument("names", nargs="*")
    given = arguments.parse_args()
    program = os.path.abspath(given.program)
    server = subprocess.Popen(
        ["Xvfb", given.display, "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while subprocess.run(["xdotool", "getmouselocation"], capture_output=True,
                         env={**os.environ, "DISPLAY": given.display}).returncode != 0:
        if server.poll() is not None:
            sys.exit("Xvfb does not start on " + given.display)
        time.sleep(0.1)
    found = []
    try:
        for name, needed, package, start in terminals.TERMINALS:
            if given.names and name not in given.names:
                continue
            if not terminals.is_there(needed):
                print("%s is not installed" % name)
                continue
            desk = Desk(given.display, program, start)
            try:
                results = Job(desk).run()
                if given.keep and not all(ok for ok, _ in results.values()):
                    with open(os.path.join(given.keep, name + ".txt"), "w") as file:
                        file.write(desk.text)
            finally:
                desk.close()
            found.append((name, terminals.version(package), results))
            for step, (ok, what) in results.items():
                print("%-16s %-28s %s%s" % (name, step, "" if ok else "FAILED: ", what), flush=True)
    finally:
        server.terminate()
        server.wait()
    if given.write:
        with open(given.write, "w") as file:
            file.write(table.document(found, [step.__doc__ for step in Job.STEPS]))
    return 0 if all(ok for _, _, results in found for ok, _ in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
