#include "BundledNotices.h"

static const unsigned char notices[] = {
#embed "Packaging/notices.txt"
};

const unsigned char *keywright_notices(size_t *count) {
  *count = sizeof notices;
  return notices;
}
