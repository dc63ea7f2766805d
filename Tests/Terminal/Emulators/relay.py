"""Stands between a terminal and a program: passes everything on, and keeps both sides.

usage: relay.py FOLDER PROGRAM [ARGUMENT...]

FOLDER/in holds what the terminal has sent, FOLDER/out what the program has, FOLDER/size rows and
columns. A file FOLDER/ask is sent to the terminal as if the program had: so a test can ask it
questions whose answers the program then has to bear. After the program FOLDER/status holds how it
ended; the terminal stays until FOLDER/stop is there, and what it sends then goes to FOLDER/after.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import tty


def main():
    folder, command = sys.argv[1], sys.argv[2:]
    place = lambda name: os.path.join(folder, name)
    saved = termios.tcgetattr(0)
    child, master = pty.fork()
    if child == 0:
        os.execvp(command[0], command)

    def pass_size(*_):
        size = fcntl.ioctl(0, termios.TIOCGWINSZ, b"\0" * 8)
        fcntl.ioctl(master, termios.TIOCSWINSZ, size)
        with open(place("size.new"), "w") as file:
            file.write("%d %d" % struct.unpack("HHHH", size)[:2])
        os.rename(place("size.new"), place("size"))

    pass_size()
    signal.signal(signal.SIGWINCH, pass_size)
    tty.setraw(0)
    heard = open(place("in"), "ab", buffering=0)
    said = open(place("out"), "ab", buffering=0)
    is_running = True
    while not os.path.exists(place("stop")):
        ready = select.select([0, master] if is_running else [0], [], [], 0.02)[0]
        if 0 in ready:
            data = os.read(0, 65536)
            if not data:
                break
            if is_running:
                heard.write(data)
                os.write(master, data)
            else:
                with open(place("after"), "ab") as file:
                    file.write(data)
        if is_running and master in ready:
            try:
                data = os.read(master, 65536)
            except OSError:
                data = b""
            if data:
                said.write(data)
                os.write(1, data)
            else:
                status = os.waitpid(child, 0)[1]
                with open(place("status"), "w") as file:
                    file.write(str(os.waitstatus_to_exitcode(status)))
                is_running = False
        if os.path.exists(place("ask")):
            with open(place("ask"), "rb") as file:
                os.write(1, file.read())
            os.remove(place("ask"))
    termios.tcsetattr(0, termios.TCSANOW, saved)


main()
