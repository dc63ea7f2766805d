#ifndef BUNDLED_ASSETS_H
#define BUNDLED_ASSETS_H

#include "BundledNotices.h"
#include "BundledSchemas.h"

#include <stddef.h>

/// A file of the Assets folder, embedded when the program was built.
struct keywright_asset {
  /// The name without folder and ending.
  const char *name;
  const unsigned char *bytes;
  size_t count;
  /// The same in the form that opens at once, made by a test from the document; null without one.
  const unsigned char *compact;
  size_t compact_count;
};

/// The number of catalogs.
size_t keywright_catalog_count(void);

/// A catalog, in the order in which they are offered; `index` is below the count.
struct keywright_asset keywright_catalog_at(size_t index);

#endif
