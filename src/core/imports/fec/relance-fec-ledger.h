/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-fec-accounts.h"
#include "relance-fec-record.h"
#include "relance-import-table.h"

G_BEGIN_DECLS

/* What a line on a client's account is. */
typedef enum
{
  RELANCE_FEC_NOTHING,  /* neither: the same debt moved from one account to another */
  RELANCE_FEC_DEBT,     /* an invoice, or a part of one */
  RELANCE_FEC_NOTE,     /* a credit note, or what was given up as lost */
  RELANCE_FEC_NETTED,   /* a credit that lowers the invoice it is entered with */
  RELANCE_FEC_PAYMENT,  /* money received, or what settles as money does */
  RELANCE_FEC_REFUND,   /* takes back a payment: refused by the bank, or paid back */
} RelanceFecRole;

typedef struct
{
  const char            *code;
  const char            *name;
  RelanceFecJournalKind  kind;
  int                    n_lines;
  int                    n_revenue;
  int                    n_money;
} RelanceFecJournal;

/**
 * RelanceFecEntry:
 * @number: EcritureNum
 * @date: EcritureDate as it is written; one entry has one date
 * @traits: of all the accounts in it
 * @group: the first letter group whose line in it is %RELANCE_FEC_NOTHING, or -1
 */
typedef struct
{
  RelanceFecJournal *journal;
  const char        *number;
  const char        *date;
  RelanceFecTraits   traits;
  gboolean           debits;
  gboolean           credits;
  int                group;
} RelanceFecEntry;

/**
 * RelanceFecClient:
 * @code: CompAuxNum, else IdClient, else CompteNum
 * @name: (nullable): as it is written; %NULL on an account of all clients together
 * @clean: (nullable): @name as it is kept; %NULL when it cannot be
 */
typedef struct
{
  const char               *code;
  const char               *name;
  const char               *reason;
  const char               *clean;
  const char               *key;
  const RelanceImportBuyer *buyer;
} RelanceFecClient;

/**
 * RelanceFecLine:
 * @amount: minor units, what the client owes more by it; never 0
 * @left: minor units: what remains to be paid of a debt, or to be used of a credit
 * @date: EcritureDate
 * @issued: PieceDate, else @date
 * @group: its letters', or -1
 * @dated: whether it has no letters but the date of lettering
 * @document: index of its invoice or credit note, or -1
 * @next: the next line of its document, or -1
 *
 * One line on a client's account.
 */
typedef struct
{
  int              line;
  guint            client;
  RelanceFecEntry *entry;
  RelanceFecEntry *piece;
  RelanceFecRole   role;
  gboolean         advance;
  gboolean         opening;
  gint64           amount;
  gint64           left;
  RelanceDate      date;
  RelanceDate      issued;
  int              group;
  gboolean         dated;
  int              document;
  int              next;
  const char      *reference;
  const char      *label;
  const char      *means;
  const char      *foreign;
  const char      *currency;
} RelanceFecLine;

/**
 * RelanceFecLedger:
 * @lines: (element-type RelanceFecLine): in the order of the file
 * @refused: (element-type RelanceImportRow): lines that cannot be read
 * @groups: (element-type int): by letter group, the group it was joined with
 *
 * The accounts of the clients, out of a whole accounting export. Texts are
 * borrowed from the file.
 */
typedef struct
{
  RelanceImportTable *table;
  GArray             *lines;
  GArray             *refused;
  GPtrArray          *clients;
  GArray             *groups;
  guint               n_lettered;

  GPtrArray          *blocks;
  GHashTable         *journals;
  GHashTable         *entries;
  GHashTable         *pieces;
  GHashTable         *clients_by_code;
  GHashTable         *groups_by_letters;
  RelanceFecEntry    *entry;
  RelanceFecEntry    *piece;
} RelanceFecLedger;

RelanceFecLedger *relance_fec_ledger_new       (RelanceImportTable     *table);
void              relance_fec_ledger_add       (RelanceFecLedger       *self,
                                                const RelanceFecRecord *record);
void              relance_fec_ledger_judge     (RelanceFecLedger       *self);
void              relance_fec_ledger_refuse    (RelanceFecLedger       *self,
                                                int                     line,
                                                const char             *reason,
                                                const char             *value,
                                                const char             *number,
                                                const char             *client);
int               relance_fec_ledger_get_group (const RelanceFecLedger *self,
                                                int                     group);
const char       *relance_fec_clean            (RelanceImportTable     *table,
                                                const char             *text,
                                                const char            **reason);
void              relance_fec_ledger_free      (RelanceFecLedger       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceFecLedger, relance_fec_ledger_free)

G_END_DECLS
