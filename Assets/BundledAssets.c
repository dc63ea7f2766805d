#include "BundledAssets.h"

static const unsigned char komerza[] = {
#embed "Catalogs/komerza.json"
};

static const struct keywright_asset catalogs[] = {
    {"komerza", komerza, sizeof komerza},
};

size_t keywright_catalog_count(void) { return sizeof catalogs / sizeof catalogs[0]; }

struct keywright_asset keywright_catalog_at(size_t index) { return catalogs[index]; }
