/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-mustache.h"

G_BEGIN_DECLS

/* What reading a template makes and filling it walks through. */

typedef enum
{
  RELANCE_MUSTACHE_TEXT,
  RELANCE_MUSTACHE_VALUE,
  RELANCE_MUSTACHE_RAW_VALUE,
  RELANCE_MUSTACHE_SECTION,
  RELANCE_MUSTACHE_INVERTED,
} RelanceMustacheKind;

/* Nodes stand in reading order; a section is followed by what is inside it, a part stands where
 * it is asked for. */
typedef struct
{
  RelanceMustacheKind kind;
  char *text;       /* the text itself, or the name */
  gsize length;     /* of it, in bytes */
  char **path;      /* the name in its parts, or NULL for text and for "." */
  guint *hashes;    /* of the parts of the name */
  const char *part; /* interned: the part it comes from, or NULL for the template itself */
  guint line;       /* where it starts there */
  guint end;        /* of a section: the index after its last node */
} RelanceMustacheNode;

struct _RelanceMustache
{
  GArray *nodes;
};

G_END_DECLS
