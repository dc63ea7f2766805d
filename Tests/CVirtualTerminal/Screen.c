// A plain build compiles this target too, on machines that have no libvterm: only tests need it.
#if __has_include(<vterm.h>)

#include "CVirtualTerminal.h"

#include <stdlib.h>
#include <string.h>
#include <vterm.h>

enum { answer_capacity = 4096 };

struct cvt_screen {
  VTerm *terminal;
  VTermState *state;
  VTermScreen *screen;
  bool cursor_visible;
  bool alternate_screen;
  int mouse;
  size_t answer_count;
  uint8_t answers[answer_capacity];
};

static void keep_answer(const char *bytes, size_t count, void *user) {
  cvt_screen *screen = user;
  // A program that asks this much without reading is not waiting for the answer.
  if (count > answer_capacity - screen->answer_count) return;
  memcpy(screen->answers + screen->answer_count, bytes, count);
  screen->answer_count += count;
}

static int set_property(VTermProp property, VTermValue *value, void *user) {
  cvt_screen *screen = user;
  switch (property) {
  case VTERM_PROP_CURSORVISIBLE: screen->cursor_visible = value->boolean; break;
  case VTERM_PROP_ALTSCREEN: screen->alternate_screen = value->boolean; break;
  case VTERM_PROP_MOUSE: screen->mouse = value->number; break;
  default: break;
  }
  return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = set_property};

cvt_screen *cvt_screen_create(int rows, int columns) {
  cvt_screen *screen = calloc(1, sizeof *screen);
  if (!screen) return NULL;
  screen->terminal = vterm_new(rows, columns);
  if (!screen->terminal) {
    free(screen);
    return NULL;
  }
  screen->cursor_visible = true;
  vterm_set_utf8(screen->terminal, 1);
  vterm_output_set_callback(screen->terminal, keep_answer, screen);
  screen->state = vterm_obtain_state(screen->terminal);
  screen->screen = vterm_obtain_screen(screen->terminal);
  vterm_screen_set_callbacks(screen->screen, &callbacks, screen);
  vterm_screen_enable_altscreen(screen->screen, 1);
  vterm_screen_reset(screen->screen, 1);
  return screen;
}

void cvt_screen_free(cvt_screen *screen) {
  if (!screen) return;
  vterm_free(screen->terminal);
  free(screen);
}

void cvt_screen_resize(cvt_screen *screen, int rows, int columns) {
  vterm_set_size(screen->terminal, rows, columns);
}

void cvt_screen_feed(cvt_screen *screen, const uint8_t *bytes, size_t count) {
  vterm_input_write(screen->terminal, (const char *)bytes, count);
}

size_t cvt_screen_take_answers(cvt_screen *screen, uint8_t *bytes, size_t capacity) {
  size_t count = screen->answer_count < capacity ? screen->answer_count : capacity;
  memcpy(bytes, screen->answers, count);
  memmove(screen->answers, screen->answers + count, screen->answer_count - count);
  screen->answer_count -= count;
  return count;
}

static size_t encode(uint32_t scalar, uint8_t *bytes) {
  if (scalar < 0x80) {
    bytes[0] = (uint8_t)scalar;
    return 1;
  }
  if (scalar < 0x800) {
    bytes[0] = (uint8_t)(0xC0 | scalar >> 6);
    bytes[1] = (uint8_t)(0x80 | (scalar & 0x3F));
    return 2;
  }
  if (scalar < 0x10000) {
    bytes[0] = (uint8_t)(0xE0 | scalar >> 12);
    bytes[1] = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
    bytes[2] = (uint8_t)(0x80 | (scalar & 0x3F));
    return 3;
  }
  bytes[0] = (uint8_t)(0xF0 | scalar >> 18);
  bytes[1] = (uint8_t)(0x80 | (scalar >> 12 & 0x3F));
  bytes[2] = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
  bytes[3] = (uint8_t)(0x80 | (scalar & 0x3F));
  return 4;
}

static int32_t color(const VTermColor *color) {
  if (VTERM_COLOR_IS_DEFAULT_FG(color) || VTERM_COLOR_IS_DEFAULT_BG(color)) return -1;
  if (VTERM_COLOR_IS_INDEXED(color)) return color->indexed.idx;
  return 0x1000000 | color->rgb.red << 16 | color->rgb.green << 8 | color->rgb.blue;
}

static void read_cell(cvt_screen *screen, VTermPos position, cvt_cell *cell) {
  VTermScreenCell raw;
  memset(cell, 0, sizeof *cell);
  cell->width = 1;
  cell->foreground = cell->background = -1;
  if (!vterm_screen_get_cell(screen->screen, position, &raw)) return;
  // libvterm marks the right half of a wide character with an impossible scalar.
  bool right_half = raw.chars[0] == (uint32_t)-1;
  cell->width = right_half ? 0 : (uint8_t)raw.width;
  for (int index = 0; !right_half && index < VTERM_MAX_CHARS_PER_CELL && raw.chars[index]; index++)
    cell->length += (uint8_t)encode(raw.chars[index], cell->text + cell->length);
  cell->attributes = (uint8_t)((raw.attrs.bold ? CVT_BOLD : 0)
    | (raw.attrs.underline ? CVT_UNDERLINE : 0) | (raw.attrs.reverse ? CVT_REVERSE : 0)
    | (raw.attrs.italic ? CVT_ITALIC : 0) | (raw.attrs.blink ? CVT_BLINK : 0)
    | (raw.attrs.strike ? CVT_STRIKE : 0));
  cell->foreground = color(&raw.fg);
  cell->background = color(&raw.bg);
}

void cvt_screen_cells(cvt_screen *screen, cvt_cell *cells, int rows, int columns) {
  for (int row = 0; row < rows; row++)
    for (int column = 0; column < columns; column++)
      read_cell(screen, (VTermPos){row, column}, cells + (size_t)row * (size_t)columns + column);
}

cvt_screen_state cvt_screen_get_state(cvt_screen *screen) {
  VTermPos position;
  vterm_state_get_cursorpos(screen->state, &position);
  return (cvt_screen_state){
    position.row, position.col, screen->cursor_visible, screen->alternate_screen, screen->mouse,
  };
}

bool cvt_screen_pen_is_styled(cvt_screen *screen) {
  static const VTermAttr plain[] = {
    VTERM_ATTR_BOLD, VTERM_ATTR_UNDERLINE, VTERM_ATTR_ITALIC,
    VTERM_ATTR_BLINK, VTERM_ATTR_REVERSE, VTERM_ATTR_STRIKE,
  };
  VTermValue value;
  for (size_t index = 0; index < sizeof plain / sizeof *plain; index++) {
    memset(&value, 0, sizeof value);
    if (vterm_state_get_penattr(screen->state, plain[index], &value) && value.number) return true;
  }
  static const VTermAttr colors[] = {VTERM_ATTR_FOREGROUND, VTERM_ATTR_BACKGROUND};
  for (size_t index = 0; index < 2; index++) {
    memset(&value, 0, sizeof value);
    if (vterm_state_get_penattr(screen->state, colors[index], &value) && color(&value.color) != -1)
      return true;
  }
  return false;
}

#endif
