#define _XOPEN_SOURCE 700
#include "CLocale.h"

#include <langinfo.h>
#include <locale.h>
#include <wchar.h>

int keywright_column_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

const char *keywright_adopt_locale(void) {
  setlocale(LC_CTYPE, "");
  return nl_langinfo(CODESET);
}

int keywright_adopt_utf8_locale(void) {
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL || setlocale(LC_CTYPE, "en_US.UTF-8") != NULL;
}
