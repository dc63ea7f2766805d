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
    {"komerza", komerza, sizeof komerza, false},
    {"github", github, sizeof github, false},
    {"github-classic", github_classic, sizeof github_classic, false},
    {"slack", slack, sizeof slack, false},
    {"msgraph", msgraph, sizeof msgraph, true},
    {"google-workspace", google_workspace, sizeof google_workspace, false},
    {"kubernetes", kubernetes, sizeof kubernetes, false},
    {"aws", aws, sizeof aws, true},
    {"cloudflare", cloudflare, sizeof cloudflare, false},
    {"gitlab", gitlab, sizeof gitlab, false},
    {"digitalocean", digitalocean, sizeof digitalocean, false},
};

size_t keywright_catalog_count(void) { return sizeof catalogs / sizeof catalogs[0]; }

struct keywright_asset keywright_catalog_at(size_t index) { return catalogs[index]; }
