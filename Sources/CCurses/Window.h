#ifndef KEYWRIGHT_WINDOW_H
#define KEYWRIGHT_WINDOW_H

#include <curses.h>

/// The pad that keys are read from.
extern WINDOW *keywright_window;

#endif
