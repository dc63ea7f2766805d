#ifndef KEYWRIGHT_STARTUP_H
#define KEYWRIGHT_STARTUP_H

/// Asks at once for the memory and the code that a start of the designer needs; where that cannot be
/// done, nothing happens.
void keywright_prepare_start(void);

#endif
