/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-client.h"
#include "relance-letter.h"
#include "relance-writer.h"

G_BEGIN_DECLS

/**
 * RelanceSampleLetter:
 * @client: (nullable): who it is to; without one, a sample client
 * @writer: who writes
 * @several: whether it speaks of several invoices
 *
 * A letter about sample invoices.
 */
typedef struct
{
  RelanceLetterStyle   style;
  RelanceClient       *client;
  const RelanceWriter *writer;
  gboolean             several;
  RelanceDate          today;
} RelanceSampleLetter;

RelanceLetter *relance_sample_letter_fill        (const RelanceSampleLetter  *sample,
                                                  const char                 *template,
                                                  GError                    **error);
char          *relance_sample_letter_dup_opening (RelanceClient              *client,
                                                  RelanceDate                 today,
                                                  GError                    **error);

G_END_DECLS
