// The yardstick of the benchmark: the least that a C program on ncursesw does to show a list
// of 53 rows, move through it and tick a row. Run it as `curses-baseline`; `q` ends it.
#include <curses.h>
#include <fcntl.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { row_count = 53 };

static bool ticked[row_count];

static void draw(int terminal, int top, int selected) {
  static const char begin[] = "\033[?2026h", end[] = "\033[?2026l";
  int height = getmaxy(stdscr), width = getmaxx(stdscr);
  erase();
  mvprintw(0, 0, "%.*s", width, "Baseline: 53 rows of text on ncursesw");
  for (int line = 1; line < height && top + line - 1 < row_count; line++) {
    int row = top + line - 1;
    if (row == selected) attron(A_REVERSE);
    char text[256];
    snprintf(text, sizeof text,
      "[%c] stores.orders.scope-%02d    what the scope grants, told in one line of text",
      ticked[row] ? 'x' : ' ', row);
    mvprintw(line, 0, "%-*.*s", width, width, text);
    if (row == selected) attroff(A_REVERSE);
  }
  move(selected - top + 1, 0);
  if (write(terminal, begin, strlen(begin)) < 0) return;
  refresh();
  if (write(terminal, end, strlen(end)) < 0) return;
}

int main(void) {
  setlocale(LC_ALL, "");
  int terminal = isatty(STDOUT_FILENO) ? STDOUT_FILENO : open("/dev/tty", O_RDWR | O_CLOEXEC);
  FILE *output = terminal < 0 ? NULL : fdopen(dup(terminal), "w");
  FILE *input = terminal < 0 ? NULL : fdopen(dup(terminal), "r");
  if (!output || !input || !newterm(NULL, output, input)) {
    fputs("curses-baseline: no terminal\n", stderr);
    return 2;
  }
  cbreak();
  noecho();
  keypad(stdscr, TRUE);
  curs_set(0);
  int top = 0, selected = 0;
  for (bool running = true; running;) {
    draw(terminal, top, selected);
    switch (getch()) {
    case KEY_DOWN: selected += selected < row_count - 1; break;
    case KEY_UP: selected -= selected > 0; break;
    case KEY_HOME: selected = 0; break;
    case ' ': ticked[selected] = !ticked[selected]; break;
    case 'q': case ERR: running = false; break;
    default: break;
    }
    int visible = getmaxy(stdscr) - 1;
    if (selected < top) top = selected;
    if (visible > 0 && selected >= top + visible) top = selected - visible + 1;
  }
  endwin();
  return 0;
}
