"""Times a Tab in bash, zsh and fish: from the key to what it completes, on a real pseudo-terminal.

    python3 Tests/Benchmark/time_tabs.py .build/release/keywright [SHELL...]

Beside each stands the CPU and the wall clock of the program alone, called as the completion calls
it, and a Tab that completes a file by the shell itself: what is left between the two is ours.
"""

import os
import pty
import re
import resource
import select
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 21
LIMIT_SECONDS = 10

# What starts a shell without anyone's settings, and what reads the completion.
SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "source <(keywright completion bash)"),
    "zsh": (
        ["zsh", "-f", "-i"],
        "autoload -Uz compinit; compinit -u -D; source <(keywright completion zsh)",
    ),
    "fish": (["fish", "--no-config", "-i"], "keywright completion fish | source"),
}

# What is typed, and what Tab makes of it.
CASES = [
    ("cat plain-fi", "plain-file"),
    ("keywright explain refund-", "refund-loop"),
    ("keywright export --scope stores.coupons.v", "stores.coupons.view"),
    ("keywright export --catalog aws --scope s3:DeleteBucketPol", "s3:DeleteBucketPolicy"),
]


class Shell:
    def __init__(self, name, folder, home):
        words, load = SHELLS[name]
        environment = {
            "HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PS1": "ready> ",
            "PATH": f"{folder}:/usr/local/bin:/usr/bin:/bin",
        }
        pid, self.terminal = pty.fork()
        if pid == 0:
            os.chdir(home)
            os.execvpe(words[0], words, environment)
        self.pid = pid
        self.seen = ""
        self.send(load + "; echo lo''aded\n")
        self.wait("loaded")

    def send(self, text):
        self.seen = ""
        os.write(self.terminal, text.encode())

    def wait(self, text):
        end = time.monotonic() + LIMIT_SECONDS
        while text not in plain(self.seen):
            if not select.select([self.terminal], [], [], max(0, end - time.monotonic()))[0]:
                raise TimeoutError(f"{text!r} did not come; the last was {plain(self.seen)[-200:]!r}")
            self.seen += os.read(self.terminal, 65536).decode("utf-8", "replace")

    def settle(self):
        while select.select([self.terminal], [], [], 0.15)[0]:
            self.seen += os.read(self.terminal, 65536).decode("utf-8", "replace")

    def tab(self, typed, completed):
        """Seconds from the Tab to the completed word."""
        self.send(typed)
        self.settle()
        self.seen = ""
        # Shells repaint as little as they can: the word's rest comes alone.
        rest = completed[len(typed.split(" ")[-1]):]
        start = time.monotonic()
        os.write(self.terminal, b"\t")
        self.wait(rest)
        taken = time.monotonic() - start
        self.settle()
        self.send("\x15")
        self.settle()
        return taken

    def leave(self):
        os.write(self.terminal, b"exit\n")
        os.waitpid(self.pid, 0)


def plain(text):
    return re.sub(r"\x1b(\[[0-9;?>=]*[a-zA-Z]|\][^\x07\x1b]*(\x07|\x1b\\)|[()][A-Z0-9]|[=>])", "", text)


def program_alone(program, typed, home):
    """Median milliseconds of CPU and wall clock of the call that a Tab makes."""
    words = typed.split(" ")[1:]
    cpu, wall = [], []
    for _ in range(ROUNDS):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        subprocess.run(
            [program, "__complete", "words", *words], capture_output=True, cwd=home,
            env={"HOME": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}, check=False)
        wall.append(time.monotonic() - start)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(cpu) * 1000, statistics.median(wall) * 1000


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    program = os.path.realpath(sys.argv[1])
    names = sys.argv[2:] or list(SHELLS)
    with tempfile.TemporaryDirectory() as home:
        open(os.path.join(home, "plain-file"), "w").close()
        print("median milliseconds of", ROUNDS, "Tabs; the program alone: CPU, wall clock")
        for typed, completed in CASES:
            print(f"{typed}<Tab>")
            if typed.startswith("keywright"):
                cpu, wall = program_alone(program, typed, home)
                print(f"  program  {cpu:6.1f} {wall:6.1f}")
            for name in names:
                shell = Shell(name, os.path.dirname(program), home)
                times = [shell.tab(typed, completed) for _ in range(ROUNDS)]
                shell.leave()
                print(f"  {name:8} {statistics.median(times) * 1000:6.1f}")


if __name__ == "__main__":
    main()
