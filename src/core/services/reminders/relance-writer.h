/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-account.h"
#include "relance-book.h"
#include "relance-business.h"

G_BEGIN_DECLS

/* Who writes: the business, one of its senders, and its own letters. */
typedef struct
{
  RelanceBusiness *business;
  RelanceSender   *sender; /* NULL where there is no address to write from */
  GHashTable      *letters; /* as relance_own_letters_load() gives them */
} RelanceWriter;

gboolean relance_writer_load  (RelanceWriter  *writer,
                               RelanceBook    *book,
                               RelanceVoice    voice,
                               GError        **error);
void     relance_writer_clear (RelanceWriter  *writer);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RelanceWriter, relance_writer_clear)

G_END_DECLS
