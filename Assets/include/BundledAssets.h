#ifndef BUNDLED_ASSETS_H
#define BUNDLED_ASSETS_H

#include <stddef.h>

/// A file of the Assets folder, embedded when the program was built.
struct keywright_asset {
  /// The name without folder and ending.
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// The catalogs, in the order in which they are offered.
extern const struct keywright_asset keywright_catalogs[];
extern const size_t keywright_catalog_count;

#endif
