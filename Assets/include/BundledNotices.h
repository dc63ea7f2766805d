#ifndef BUNDLED_NOTICES_H
#define BUNDLED_NOTICES_H

#include <stddef.h>

/// The notices of all that a release has linked in; `count` becomes the number of bytes.
const unsigned char *keywright_notices(size_t *count);

#endif
