/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-client.h"
#include "relance-import-row.h"
#include "relance-store.h"
#include "relance-terms.h"

G_BEGIN_DECLS

/**
 * RelancePlannedClient:
 * @id: 0 for one that is to be added
 * @written_id: its id in the book once it is written, 0 before
 * @siren: (nullable): of nine figures
 * @client: (nullable): what it holds from now on; %NULL as long as nobody asked
 * @contacts: (nullable) (element-type RelanceContact): of @client, from now on
 * @learned: whether a client of the book learns something
 * @needed: how many rows that are chosen bring it along
 *
 * A client that rows of the import are about.
 */
typedef struct
{
  gint64         id;
  gint64         written_id;
  char          *name;
  char          *name_key;
  char          *siren;
  char          *vat;
  char          *code;
  RelanceTerms   terms;
  RelanceClient *client;
  gboolean       learned;
  int            needed;
} RelancePlannedClient;

/**
 * RelanceImportClients:
 *
 * The clients of the book and those that the files bring, by what a file may know them by.
 */
typedef struct _RelanceImportClients RelanceImportClients;

RelanceImportClients *relance_import_clients_new  (void);
void                  relance_import_clients_free (RelanceImportClients    *self);
gboolean              relance_import_clients_load (RelanceImportClients    *self,
                                                   RelanceStore            *store,
                                                   GError                 **error);
gboolean              relance_import_clients_have_aliases
                                                  (const RelanceImportClients *self);
RelancePlannedClient *relance_import_clients_find (RelanceImportClients    *self,
                                                   const RelanceImportRow  *row,
                                                   gboolean                 trust_code);
RelancePlannedClient *relance_import_clients_find_name (RelanceImportClients *self,
                                                   const char              *name);
gboolean              relance_import_client_open  (RelancePlannedClient    *client,
                                                   RelanceStore            *store,
                                                   GError                 **error);
gboolean              relance_import_client_fill  (RelancePlannedClient    *client,
                                                   const char              *key,
                                                   const char              *value,
                                                   GArray                  *differences);
RelanceContact       *relance_import_client_meet  (RelancePlannedClient    *client,
                                                   const RelanceImportRow  *row);
gboolean              relance_import_client_learn (RelancePlannedClient    *client,
                                                   const RelanceImportRow  *row,
                                                   gboolean                 trust_code,
                                                   RelanceStore            *store,
                                                   GArray                  *differences,
                                                   GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceImportClients, relance_import_clients_free)

G_END_DECLS
