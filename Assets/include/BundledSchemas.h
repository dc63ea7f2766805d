#ifndef BUNDLED_SCHEMAS_H
#define BUNDLED_SCHEMAS_H

#include <stddef.h>

/// A JSON Schema of the Assets folder, embedded when the program was built.
struct keywright_schema {
  /// The name without folder and ending.
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// The number of schemas.
size_t keywright_schema_count(void);

/// A schema; `index` is below the count.
struct keywright_schema keywright_schema_at(size_t index);

#endif
