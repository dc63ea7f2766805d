// setlocale, nl_langinfo and wcwidth are XSI; unsetenv is POSIX.
#define _XOPEN_SOURCE 700
#include "CLocale.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <wchar.h>

/// Set where UTF-8 is meant and no locale is here that knows the widths of characters.
static int lacks_widths;

/// The width of a character by the blocks of Unicode: what is left where there is no locale.
static int width_by_block(uint32_t scalar) {
  static const struct {
    uint32_t first, last;
    int width;
  } blocks[] = {
      {0x0000, 0x001F, -1},   {0x007F, 0x009F, -1},   {0x0300, 0x036F, 0},
      {0x0483, 0x0489, 0},    {0x0591, 0x05BD, 0},    {0x064B, 0x065F, 0},
      {0x1100, 0x115F, 2},    {0x1AB0, 0x1AFF, 0},    {0x1DC0, 0x1DFF, 0},
      {0x200B, 0x200F, 0},    {0x2028, 0x202E, -1},   {0x2060, 0x206F, 0},
      {0x20D0, 0x20FF, 0},    {0x2E80, 0x303E, 2},    {0x3041, 0xA4CF, 2},
      {0xA960, 0xA97F, 2},    {0xAC00, 0xD7A3, 2},    {0xD800, 0xDFFF, -1},
      {0xF900, 0xFAFF, 2},    {0xFE00, 0xFE0F, 0},    {0xFE20, 0xFE2F, 0},
      {0xFE30, 0xFE6F, 2},    {0xFEFF, 0xFEFF, 0},    {0xFF01, 0xFF60, 2},
      {0xFFE0, 0xFFE6, 2},    {0x1F300, 0x1F64F, 2},  {0x1F680, 0x1F6FF, 2},
      {0x1F900, 0x1FAFF, 2},  {0x20000, 0x3FFFD, 2},  {0xE0000, 0xE0FFF, 0},
  };
  for (size_t index = 0; index < sizeof blocks / sizeof blocks[0]; index++) {
    if (scalar < blocks[index].first) return 1;
    if (scalar <= blocks[index].last) return blocks[index].width;
  }
  return 1;
}

int keywright_column_width(uint32_t scalar) {
  return lacks_widths ? width_by_block(scalar) : wcwidth((wchar_t)scalar);
}

static int is_utf8(const char *codeset) {
  return strcasecmp(codeset, "UTF-8") == 0 || strcasecmp(codeset, "UTF8") == 0;
}

/// The name of the environment's locale, by the order in which POSIX has the variables.
static const char *locale_name(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t index = 0; index < sizeof names / sizeof names[0]; index++) {
    const char *value = getenv(names[index]);
    if (value != NULL && value[0] != '\0') return value;
  }
  return "C";
}

/// What a locale's name says of its character set, as `de_DE.UTF-8@euro` does; empty where it says
/// nothing. A Mac hands `UTF-8` over for a whole name.
static void read_codeset(const char *name, char *codeset, size_t size) {
  const char *dot = strchr(name, '.');
  const char *start = dot != NULL ? dot + 1 : is_utf8(name) ? name : "";
  snprintf(codeset, size, "%.*s", (int)strcspn(start, "@"), start);
}

static int take_utf8_locale(void) {
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL || setlocale(LC_CTYPE, "en_US.UTF-8") != NULL ||
         setlocale(LC_CTYPE, "UTF-8") != NULL;
}

int keywright_adopt_utf8_locale(void) {
  int found = take_utf8_locale();
  const char *place = found ? NULL : getenv("LOCPATH");
  if (place != NULL) {
    // Where it is set, the system's own locales are not looked at.
    char *kept = strdup(place);
    unsetenv("LOCPATH");
    found = take_utf8_locale();
    if (kept != NULL) setenv("LOCPATH", kept, 1);
    free(kept);
  }
  lacks_widths = !found;
  return found;
}

int keywright_has_utf8_locale(void) { return is_utf8(nl_langinfo(CODESET)); }

const char *keywright_adopt_locale(void) {
  static char codeset[32];
  if (setlocale(LC_CTYPE, "") != NULL) {
    snprintf(codeset, sizeof codeset, "%s", nl_langinfo(CODESET));
    if (is_utf8(codeset)) return codeset;
  } else {
    // Its files are not here, as happens over ssh; what the terminal shows is as it was named.
    read_codeset(locale_name(), codeset, sizeof codeset);
  }
  // From here on nothing is converted by the C library. A statically linked one would load converters
  // of whichever C library is installed, and dies where that is another version.
  if (strncasecmp(codeset, "ISO", 3) == 0 || is_utf8(codeset)) {
    if (!keywright_adopt_utf8_locale() && !is_utf8(codeset)) return "ANSI_X3.4-1968";
  } else {
    setlocale(LC_CTYPE, "C");
  }
  return codeset;
}
