#include "BundledAssets.h"

static const unsigned char komerza[] = {
#embed "Catalogs/komerza.json"
};

static const unsigned char komerza_compact[] = {
#embed "Catalogs/komerza.compact"
};

static const unsigned char github[] = {
#embed "Catalogs/github.json"
};

static const unsigned char slack[] = {
#embed "Catalogs/slack.json"
};

static const struct keywright_asset catalogs[] = {
    {"komerza", komerza, sizeof komerza, komerza_compact, sizeof komerza_compact},
    {"github", github, sizeof github, 0, 0},
    {"slack", slack, sizeof slack, 0, 0},
};

size_t keywright_catalog_count(void) { return sizeof catalogs / sizeof catalogs[0]; }

struct keywright_asset keywright_catalog_at(size_t index) { return catalogs[index]; }
