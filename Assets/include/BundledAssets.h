#ifndef BUNDLED_ASSETS_H
#define BUNDLED_ASSETS_H

#include "BundledNotices.h"
#include "BundledSchemas.h"

#include <stdbool.h>
#include <stddef.h>

/// A catalog in the form that opens at once, embedded when the program was built.
///
/// Nothing reads its bytes, or brings them into memory, before somebody asks for that catalog.
struct keywright_asset {
  /// The catalog's id.
  const char *name;
  /// Its version, for those who ask nothing else of it; a test holds it equal to the document's.
  const char *version;
  /// The compact form, made by a test from the document of the same name.
  const unsigned char *bytes;
  size_t count;
  /// Whether the bytes are packed: large ones are, which few people ask for.
  bool is_packed;
};

/// The number of catalogs.
size_t keywright_catalog_count(void);

/// A catalog, in the order in which they are offered; `index` is below the count.
struct keywright_asset keywright_catalog_at(size_t index);

#endif
