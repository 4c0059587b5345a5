/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RelanceTransfer:
 * @name: who is paid
 * @iban: compact
 * @bic: (nullable): compact; "" is as good as %NULL
 * @amount: minor units
 * @references: (array zero-terminated=1): the numbers of what is paid
 *
 * A transfer that somebody is to make.
 */
typedef struct
{
  const char         *name;
  const char         *iban;
  const char         *bic;
  gint64              amount;
  const char         *currency;
  const char *const  *references;
} RelanceTransfer;

char *relance_transfer_code_write (const RelanceTransfer *transfer);

G_END_DECLS
