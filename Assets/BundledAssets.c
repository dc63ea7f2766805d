#include "BundledAssets.h"

static const unsigned char komerza[] = {
#embed "Catalogs/komerza.json"
};

static const unsigned char github[] = {
#embed "Catalogs/github.json"
};

static const unsigned char slack[] = {
#embed "Catalogs/slack.json"
};

static const struct keywright_asset catalogs[] = {
    {"komerza", komerza, sizeof komerza},
    {"github", github, sizeof github},
    {"slack", slack, sizeof slack},
};

size_t keywright_catalog_count(void) { return sizeof catalogs / sizeof catalogs[0]; }

struct keywright_asset keywright_catalog_at(size_t index) { return catalogs[index]; }
