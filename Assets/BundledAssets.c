#include "BundledAssets.h"

static const unsigned char komerza[] = {
#embed "Catalogs/komerza.json"
};

const struct keywright_asset keywright_catalogs[] = {
    {"komerza", komerza, sizeof komerza},
};
const size_t keywright_catalog_count = sizeof keywright_catalogs / sizeof keywright_catalogs[0];
