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

static const unsigned char github_compact[] = {
#embed "Catalogs/github.compact"
};

static const unsigned char slack[] = {
#embed "Catalogs/slack.json"
};

static const unsigned char slack_compact[] = {
#embed "Catalogs/slack.compact"
};

static const struct keywright_asset catalogs[] = {
    {"komerza", komerza, sizeof komerza, komerza_compact, sizeof komerza_compact},
    {"github", github, sizeof github, github_compact, sizeof github_compact},
    {"slack", slack, sizeof slack, slack_compact, sizeof slack_compact},
};

size_t keywright_catalog_count(void) { return sizeof catalogs / sizeof catalogs[0]; }

struct keywright_asset keywright_catalog_at(size_t index) { return catalogs[index]; }
