#include "BundledSchemas.h"

static const unsigned char manifest[] = {
#embed "Schemas/manifest.schema.json"
};

static const unsigned char policy[] = {
#embed "Schemas/policy.schema.json"
};

static const unsigned char overlay[] = {
#embed "Schemas/overlay.schema.json"
};

static const unsigned char config[] = {
#embed "Schemas/config.schema.json"
};

static const unsigned char catalog[] = {
#embed "Schemas/catalog.schema.json"
};

static const struct keywright_schema schemas[] = {
    {"manifest", manifest, sizeof manifest}, {"policy", policy, sizeof policy},
    {"overlay", overlay, sizeof overlay},    {"config", config, sizeof config},
    {"catalog", catalog, sizeof catalog},
};

size_t keywright_schema_count(void) { return sizeof schemas / sizeof schemas[0]; }

struct keywright_schema keywright_schema_at(size_t index) { return schemas[index]; }
