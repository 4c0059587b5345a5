/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-import-clients.h"
#include "relance-import.h"
#include "relance-vcard.h"

G_BEGIN_DECLS

/**
 * RelancePlannedCard:
 * @client: (nullable): the client that the card is, or is a contact of; %NULL when it is refused
 * @contact: (nullable): the contact, one of the client's; %NULL where the card is the client itself
 *   and names nobody who would be added or completed
 * @differences: (element-type RelanceImportDifference): what is learned of one that the book has
 * @reason: (nullable): why it is rejected
 *
 * A card of a file, and what is to become of it.
 */
typedef struct
{
  const RelanceCard    *card;
  RelancePlannedClient *client;
  RelanceContact       *contact;
  guint                 file;
  gboolean              skipped;
  RelanceImportFate     fate;
  GArray               *differences;
  const char           *reason;
} RelancePlannedCard;

RelancePlannedCard *relance_planned_card_new      (const RelanceCard         *card,
                                                   guint                      file,
                                                   RelanceImportClients      *clients,
                                                   RelanceStore              *store,
                                                   GError                   **error);
char               *relance_planned_card_dup_note (const RelancePlannedCard  *self);
void                relance_planned_card_free     (RelancePlannedCard        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelancePlannedCard, relance_planned_card_free)

G_END_DECLS
