#ifndef KEYWRIGHT_STARTUP_H
#define KEYWRIGHT_STARTUP_H

/// Fetches what a start of the designer runs, all of it at once; where that cannot be done, nothing
/// happens.
void keywright_fetch_startup_code(void);

#endif
