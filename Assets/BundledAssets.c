#include "BundledAssets.h"

static const unsigned char komerza[] = {
#embed "Catalogs/komerza.compact"
};

static const unsigned char github[] = {
#embed "Catalogs/github.compact"
};

static const unsigned char github_classic[] = {
#embed "Catalogs/github-classic.compact"
};

static const unsigned char slack[] = {
#embed "Catalogs/slack.compact"
};

static const unsigned char msgraph[] = {
#embed "Catalogs/msgraph.packed"
};

static const unsigned char google_workspace[] = {
#embed "Catalogs/google-workspace.compact"
};

static const unsigned char kubernetes[] = {
#embed "Catalogs/kubernetes.compact"
};

static const unsigned char aws[] = {
#embed "Catalogs/aws.packed"
};

static const unsigned char cloudflare[] = {
#embed "Catalogs/cloudflare.compact"
};

static const unsigned char gitlab[] = {
#embed "Catalogs/gitlab.compact"
};

static const unsigned char digitalocean[] = {
#embed "Catalogs/digitalocean.compact"
};

static const struct keywright_asset catalogs[] = {
    {"komerza", "2026-06-24", komerza, sizeof komerza, false},
    {"github", "2026-11-30", github, sizeof github, false},
    {"github-classic", "2026-11-30", github_classic, sizeof github_classic, false},
    {"slack", "2026-11-30", slack, sizeof slack, false},
    {"msgraph", "2026-11-30", msgraph, sizeof msgraph, true},
    {"google-workspace", "2026-11-30", google_workspace, sizeof google_workspace, false},
    {"kubernetes", "2026-11-30", kubernetes, sizeof kubernetes, false},
    {"aws", "2026-11-30", aws, sizeof aws, true},
    {"cloudflare", "2026-11-30", cloudflare, sizeof cloudflare, false},
    {"gitlab", "2026-11-30", gitlab, sizeof gitlab, false},
    {"digitalocean", "2026-11-30", digitalocean, sizeof digitalocean, false},
};

size_t keywright_catalog_count(void) { return sizeof catalogs / sizeof catalogs[0]; }

struct keywright_asset keywright_catalog_at(size_t index) { return catalogs[index]; }
