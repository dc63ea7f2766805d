#ifndef C_LOCALE_H
#define C_LOCALE_H

#include <stdint.h>

/// The columns of a character in the current locale, by the C library's `wcwidth`: the function
/// that ncurses uses; by the blocks of Unicode where UTF-8 is meant and no locale is installed.
/// Negative for what cannot be shown.
int keywright_column_width(uint32_t scalar);

/// Takes the character set of the environment (LC_ALL, LC_CTYPE, LANG) and returns its name, for
/// example "UTF-8"; the name stays valid for the life of the process.
///
/// The process itself is then in a UTF-8 locale or in "C", and never in one whose characters the C
/// library would convert: who writes to a terminal of another character set encodes for it.
const char *keywright_adopt_locale(void);

/// Takes a UTF-8 locale whatever the environment says; returns 0 where there is none.
int keywright_adopt_utf8_locale(void);

/// Whether the process is in a UTF-8 locale: ncurses draws characters beyond ASCII in no other.
int keywright_has_utf8_locale(void);

#endif
