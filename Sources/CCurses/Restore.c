// Undoing every mode without ncurses, from a signal handler if need be.

#include "Internal.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

volatile sig_atomic_t keywright_active;

/// What the terminal wants to hear to leave each mode, without padding.
static struct {
  char keypad_on[64];
  char keypad_off[64];
  char attributes_off[64];
  char colors_off[64];
  char cursor_on[64];
  char screen_off[64];
  char move[128];
  char scroll_region[128];
} capabilities;

/// Two, so that one is whole whenever a signal comes while the other is being built.
static struct {
  char bytes[768];
  size_t count;
} resets[2];
static volatile sig_atomic_t current_reset;

/// Copies a capability, leaving `$<5>` out: a padding that nobody waits for any more.
static void capture(char *copy, size_t size, const char *value) {
  size_t count = 0;
  copy[0] = '\0';
  if (value == NULL || value == (const char *)-1) return;
  while (*value != '\0' && count + 1 < size) {
    const char *end = value[0] == '$' && value[1] == '<' ? strchr(value, '>') : NULL;
    if (end != NULL) {
      value = end + 1;
    } else {
      copy[count++] = *value++;
    }
  }
  copy[count] = '\0';
  // A sequence cut in half does more harm than none.
  if (*value != '\0') copy[0] = '\0';
}

void keywright_capture_reset(void) {
  capture(capabilities.keypad_on, sizeof capabilities.keypad_on, keypad_xmit);
  capture(capabilities.keypad_off, sizeof capabilities.keypad_off, keypad_local);
  capture(
      capabilities.attributes_off, sizeof capabilities.attributes_off, exit_attribute_mode);
  capture(capabilities.colors_off, sizeof capabilities.colors_off, orig_pair);
  capture(capabilities.cursor_on, sizeof capabilities.cursor_on, cursor_normal);
  capture(capabilities.screen_off, sizeof capabilities.screen_off, exit_ca_mode);
  capture(
      capabilities.scroll_region, sizeof capabilities.scroll_region, change_scroll_region);
  capture(capabilities.move, sizeof capabilities.move, cursor_address);
}

static void append(int slot, const char *text) {
  size_t count = strlen(text);
  if (resets[slot].count + count > sizeof resets[slot].bytes) return;
  memcpy(resets[slot].bytes + resets[slot].count, text, count);
  resets[slot].count += count;
}

const char *keywright_keypad_on(void) { return capabilities.keypad_on; }

void keywright_build_reset(int rows) {
  int slot = !current_reset;
  resets[slot].count = 0;
  if (keywright_terminal.is_ansi) append(slot, "\033[?2026l");
  if (keywright_terminal.is_xterm_like) append(slot, "\033[?2004l\033[?1006l\033[?1002l\033[?1000l");
  append(slot, capabilities.keypad_off);
  append(slot, capabilities.attributes_off);
  append(slot, capabilities.colors_off);
  append(slot, capabilities.cursor_on);
  // The shell goes on below what is drawn, not in the middle of it, where there is no second screen:
  // one that the terminal has under another name, or has been told to have none of, as GNU screen and
  // mosh. Where there is one, this is drawn on what goes away.
  const char *region =
      tparm(capabilities.scroll_region, 0L, (long)rows - 1, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
  if (region != NULL) append(slot, region);
  const char *move = tparm(capabilities.move, (long)rows - 1, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
  if (move != NULL) append(slot, move);
  append(slot, "\r\n");
  append(slot, capabilities.screen_off);
  current_reset = slot;
}

void keywright_write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (written < 0 && errno == EAGAIN) {
      // Somebody has made the terminal non-blocking for all who use it.
      struct pollfd place = {.fd = descriptor, .events = POLLOUT};
      if (poll(&place, 1, 1000) == 0) return;
    } else if (written == 0 || errno != EINTR) {
      return;
    }
  }
}

void keywright_send_reset(void) {
  keywright_write_all(
      keywright_terminal.output, resets[current_reset].bytes, resets[current_reset].count);
}

void keywright_restore(void) {
  if (!keywright_active) return;
  keywright_active = 0;
  // A terminal that takes no output (a stalled line) must not keep a dying process alive.
  struct pollfd terminal = {.fd = keywright_terminal.output, .events = POLLOUT};
  if (poll(&terminal, 1, 500) != 0) keywright_send_reset();
  // The rest of a paste must not become the shell's next commands.
  tcflush(keywright_terminal.input, TCIFLUSH);
  struct termios now;
  tcsetattr(keywright_terminal.output, TCSANOW, keywright_settings_to_leave(&now));
  keywright_release_standard_error();
}
