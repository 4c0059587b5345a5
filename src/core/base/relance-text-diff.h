/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RELANCE_DIFF_SAME = 1,
  RELANCE_DIFF_REMOVED,
  RELANCE_DIFF_ADDED,
} RelanceDiffKind;

/* A run of words that is in both texts, or in one of them only. */
typedef struct
{
  RelanceDiffKind  kind;
  char            *text;
} RelanceDiffPart;

GPtrArray *relance_text_diff (const char *before,
                              const char *after);

G_END_DECLS
