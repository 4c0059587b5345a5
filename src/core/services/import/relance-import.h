/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-terms.h"

G_BEGIN_DECLS

/* @RELANCE_IMPORT_KEPT: a PDF without an e-invoice, kept for the invoice that somebody types. */
typedef enum
{
  RELANCE_IMPORT_NEW = 1,
  RELANCE_IMPORT_CHANGED,
  RELANCE_IMPORT_UNCHANGED,
  RELANCE_IMPORT_REJECTED,
  RELANCE_IMPORT_KEPT,
} RelanceImportFate;

/* What a row of the preview is about. */
typedef enum
{
  RELANCE_IMPORT_INVOICE = 1,
  RELANCE_IMPORT_CREDIT_NOTE,
  RELANCE_IMPORT_CLIENT,
  RELANCE_IMPORT_CONTACT,
  RELANCE_IMPORT_DOCUMENT,
} RelanceImportWhat;

/**
 * RelanceImportDifference:
 * @field: an English word: issued, due, due_source, total, instalments, label, type, means,
 *   reference, corrects, payment, document; of a client or a contact as relance_clients_set() names
 *   them
 * @label: the field in the user's language
 * @before: what the book holds, "" for nothing
 * @after: what it would hold
 */
typedef struct
{
  const char *field;
  const char *label;
  char       *before;
  char       *after;
} RelanceImportDifference;

#define RELANCE_TYPE_IMPORT_ITEM (relance_import_item_get_type ())
G_DECLARE_FINAL_TYPE (RelanceImportItem, relance_import_item, RELANCE, IMPORT_ITEM, GObject)

/**
 * RelanceImportItem:
 * @index: what relance_import_set_chosen() takes
 * @chosen: whether it is to be written
 * @file_index: of relance_import_get_files()
 * @file: the name of that file
 * @type: UNTDID 1001, or 0
 * @due: %RELANCE_DATE_NONE for a credit note that says none
 * @due_source: (nullable): "explicit", "terms", "client" or "default"
 * @total: minor units, never negative
 * @prepaid: minor units, what the document says was paid before
 * @paid: minor units
 * @stated_total, @stated_balance: minor units, what a document says it comes to and asks for, with
 *   its sign and before any rounding; of another file, @total and what remains of it
 * @client: the name of the client
 * @iban: (nullable): the account to pay to
 * @note: what changes, or why it is rejected, in the user's language
 * @differences: (element-type RelanceImportDifference): of a row that is changed
 *
 * One row of the preview.
 */
struct _RelanceImportItem
{
  GObject            parent_instance;

  guint              index;
  gboolean           chosen;
  guint              file_index;
  char              *file;
  int                line;
  RelanceImportWhat  what;
  RelanceImportFate  fate;
  int                type;
  char              *number;
  char              *client;
  char              *email;
  RelanceDate        issued;
  RelanceDate        due;
  const char        *due_source;
  char               currency[4];
  gint64             total;
  gint64             prepaid;
  gint64             paid;
  gint64             stated_total;
  gint64             stated_balance;
  char              *iban;
  char              *note;
  GArray            *differences;
};

/* What an import would do, or did, of the rows that are chosen. @created to @rejected: invoices,
 * credit notes, and cards as the clients and contacts that they are. */
typedef struct
{
  int created;
  int updated;
  int unchanged;
  int rejected;
  int kept;
  int clients_created;
  int contacts_created;
  int payments_created;
} RelanceImportCounts;

/* What the columns of a table are taken for, for somebody to say better. */
typedef struct
{
  int          n_columns;
  char       **header; /* (nullable): the names of the columns */
  GPtrArray   *rows;   /* (element-type GStrv): the first ones */
  const char **fields; /* by column, a field of relance_import_map(); "ignore" when unknown */
} RelanceImportColumns;

/**
 * RelanceImportFile:
 * @name: as reports call it
 * @path: (nullable): where it is
 * @recognised: (nullable): "cii", "ubl", "fec", "vcard", "csv", "pdf" or "relance"
 * @reason: (nullable): why the file was refused, or why nothing of it can be used, as a sentence
 * @refused: whether nothing of it is taken
 * @ledger_case: (nullable): "lettered", "unlettered" or "useless", of an accounting export
 * @advice: (nullable): what that means for the person, as a sentence
 * @n_rows: how many rows were read, refused ones too
 * @columns: (nullable): of a table whose columns are not known
 *
 * What became of one file.
 */
typedef struct
{
  char                 *name;
  char                 *path;
  const char           *recognised;
  char                 *reason;
  gboolean              refused;
  const char           *ledger_case;
  char                 *advice;
  guint                 first_row;
  guint                 n_rows;
  RelanceImportColumns *columns;
} RelanceImportFile;

/* Called now and then on the thread that imports, @done of @total. */
typedef void (* RelanceImportProgress) (guint    done,
                                        guint    total,
                                        gpointer data);

typedef struct _RelanceImport RelanceImport;

RelanceImport             *relance_import_new         (void);
void                       relance_import_free        (RelanceImport          *self);
void                       relance_import_set_progress (RelanceImport         *self,
                                                       RelanceImportProgress   progress,
                                                       gpointer                data);
gboolean                   relance_import_map         (RelanceImport          *self,
                                                       const char             *column,
                                                       const char             *field,
                                                       GError                **error);
void                       relance_import_unmap       (RelanceImport          *self);
gboolean                   relance_import_read        (RelanceImport          *self,
                                                       RelanceBook            *book,
                                                       const char             *path,
                                                       GCancellable           *cancellable,
                                                       GError                **error);
gboolean                   relance_import_read_bytes  (RelanceImport          *self,
                                                       RelanceBook            *book,
                                                       const char             *name,
                                                       GBytes                 *bytes,
                                                       GCancellable           *cancellable,
                                                       GError                **error);
GPtrArray                 *relance_import_get_files   (RelanceImport          *self);
const RelanceImportColumns *relance_import_get_columns (RelanceImport         *self,
                                                       guint                   file_index,
                                                       GError                **error);
const RelanceImportCounts *relance_import_get_counts  (RelanceImport          *self);
GPtrArray                 *relance_import_get_items   (RelanceImport          *self,
                                                       RelanceImportFate       fate,
                                                       int                     limit);
GPtrArray                 *relance_import_get_file_items (RelanceImport       *self,
                                                       guint                   file_index);
void                       relance_import_set_chosen  (RelanceImport          *self,
                                                       guint                   index,
                                                       gboolean                chosen);
guint                      relance_import_count_assumed (RelanceImport        *self);
const RelanceTerms        *relance_import_get_usual_terms (RelanceImport      *self);
void                       relance_import_set_usual_terms (RelanceImport      *self,
                                                       const RelanceTerms     *terms);
void                       relance_import_refresh_item (RelanceImport         *self,
                                                       RelanceImportItem      *item);
char                      *relance_import_dup_summary (RelanceImport          *self);
gboolean                   relance_import_apply       (RelanceImport          *self,
                                                       RelanceBook            *book,
                                                       GCancellable           *cancellable,
                                                       gint64                 *change,
                                                       GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceImport, relance_import_free)

G_END_DECLS
