"""Reads what a program sent to a terminal with pyte, and prints the cells for the tests.

Usage: read_screen.py ROWS COLUMNS < BYTES. Prints the cursor's row and column, then for each row
its text, one line, and its attributes, one line: a letter a cell, b for bold, u for underline, r
for reverse, upper case for several, and a dot for none. Status 3 says that pyte is not there.
"""

import sys

try:
    import pyte
except ImportError:
    sys.exit(3)


def letter(cell) -> str:
    marks = [
        mark
        for mark, is_set in (("b", cell.bold), ("u", cell.underscore), ("r", cell.reverse))
        if is_set
    ]
    if not marks:
        return "."
    return marks[0] if len(marks) == 1 else {"bu": "B", "br": "R", "ur": "U", "bur": "A"}["".join(marks)]


def main() -> None:
    rows, columns = int(sys.argv[1]), int(sys.argv[2])
    screen = pyte.Screen(columns, rows)
    pyte.ByteStream(screen).feed(sys.stdin.buffer.read())
    out = [f"{screen.cursor.y} {screen.cursor.x}"]
    for row in range(rows):
        cells = [screen.buffer[row][column] for column in range(columns)]
        out.append("".join(cell.data for cell in cells).rstrip())
        out.append("".join(letter(cell) for cell in cells))
    sys.stdout.write("\n".join(out) + "\n")


main()
