// The cells of the next frame, and the colors that they have.

#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1

#include "Internal.h"

#include <curses.h>
#include <wchar.h>

enum { longest_run = 64 };

static int color_count;
static bool has_palette;

/// No colors are used on a terminal that cannot go back to its own.
void keywright_open_palette(bool colors) {
  color_count = 0;
  has_palette = false;
  // The terminal's own colors first: behind start_color they would go through all cells.
  if (!colors || !has_colors() || use_default_colors() != OK || start_color() != OK) return;
  color_count = COLORS;
#if !defined(NCURSES_EXT_COLORS) || !NCURSES_EXT_COLORS
  // Colors are of 16 bits here.
  if (color_count > 256) color_count = 256;
#endif
}

void keywright_set_color(int pair, int color) {
  if (color_count == 0) return;
#if defined(NCURSES_EXT_COLORS) && NCURSES_EXT_COLORS
  init_extended_pair(pair, color, -1);
#else
  init_pair((short)pair, (short)color, -1);
#endif
  has_palette = true;
}

int keywright_color_count(void) { return color_count; }

void keywright_blank_screen(void) { werase(stdscr); }

void keywright_blank_row(int row) {
  if (wmove(stdscr, row, 0) == OK) wclrtoeol(stdscr);
}

/// The last defense against a control character, should one have come past the sanitizer.
static wchar_t visible(uint32_t scalar) {
  bool is_control = scalar < 0x20 || (scalar >= 0x7F && scalar < 0xA0);
  return is_control ? L'?' : (wchar_t)scalar;
}

/// Decodes at most five scalars.
static void decode(const char *cluster, wchar_t text[6]) {
  const uint8_t *byte = (const uint8_t *)cluster;
  int count = 0;
  while (*byte != 0 && count < 5) {
    int more = *byte < 0x80 ? 0 : *byte < 0xE0 ? 1 : *byte < 0xF0 ? 2 : 3;
    uint32_t scalar = more == 0 ? *byte : *byte & (0x3Fu >> more);
    byte++;
    while (more-- > 0 && (*byte & 0xC0) == 0x80) scalar = scalar << 6 | (*byte++ & 0x3Fu);
    text[count++] = visible(scalar);
  }
  text[count] = L'\0';
}

static attr_t bits_of(unsigned attributes) {
  attr_t bits = A_NORMAL;
  if (attributes & KEYWRIGHT_BOLD) bits |= A_BOLD;
  if (attributes & KEYWRIGHT_REVERSE) bits |= A_REVERSE;
  if (attributes & KEYWRIGHT_UNDERLINE) bits |= A_UNDERLINE;
  if (attributes & KEYWRIGHT_DIM) bits |= A_DIM;
  return bits;
}

static void put(int row, int column, const wchar_t *text, unsigned attributes, int pair) {
  cchar_t cell;
  short colors = (short)(has_palette ? pair : 0);
  if (setcchar(&cell, text, bits_of(attributes), colors, NULL) != OK) return;
  // Unlike add_wch, this neither wraps nor scrolls, so the last cell of the screen is safe.
  mvwadd_wchnstr(stdscr, row, column, &cell, 1);
}

void keywright_put(int row, int column, const char *cluster, unsigned attributes, int pair) {
  wchar_t text[6];
  decode(cluster, text);
  put(row, column, text, attributes, pair);
}

void keywright_put_scalar(int row, int column, uint32_t scalar, unsigned attributes, int pair) {
  const wchar_t text[2] = {visible(scalar), L'\0'};
  put(row, column, text, attributes, pair);
}

void keywright_put_ascii(
    int row, int column, const uint8_t *bytes, int count, unsigned attributes, int pair) {
  chtype cells[longest_run];
  // Cells of one byte are copied as they are: nothing asks for the width of each.
  chtype look = bits_of(attributes) | COLOR_PAIR(has_palette ? pair : 0);
  for (int done = 0; done < count; done += longest_run) {
    int some = count - done < longest_run ? count - done : longest_run;
    for (int index = 0; index < some; index++) {
      cells[index] = (chtype)visible(bytes[done + index]) | look;
    }
    mvwaddchnstr(stdscr, row, column + done, cells, some);
  }
}
