/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a status, a type or a "Paid" cell says. */
typedef enum
{
  RELANCE_SAYS_NOTHING,
  RELANCE_SAYS_PAID,
  RELANCE_SAYS_NOT_PAID,
  RELANCE_SAYS_DRAFT,
  RELANCE_SAYS_VOID,
  RELANCE_SAYS_QUOTE,
  RELANCE_SAYS_CREDIT_NOTE,
} RelanceSaying;

RelanceSaying relance_status_read  (const char *text);
RelanceSaying relance_boolean_read (const char *text);

G_END_DECLS
