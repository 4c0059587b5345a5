/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-report.h"

#include "relance-import-file-line.h"

#include <glib/gi18n.h>

struct _RelanceImportReport
{
  GObject parent_instance;

  RelanceImportPreview *preview;
  GListStore *groups;
};

G_DEFINE_FINAL_TYPE (RelanceImportReport, relance_import_report, G_TYPE_OBJECT)

enum
{
  CHOICE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
add_group (RelanceImportReport *self, RelanceImportGroupKind kind, GPtrArray *rows)
{
  g_autoptr (RelanceImportGroup) group = NULL;

  if (rows->len == 0)
    return;
  group = relance_import_group_new (kind, rows);
  g_list_store_append (self->groups, group);
}

static void
add_files (RelanceImportReport *self)
{
  GPtrArray *files = relance_import_get_files (self->preview->import);
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) refused = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->preview->refusals->len; i++)
    g_ptr_array_add (refused,
                     relance_import_file_line_new_refused (self->preview->refusals->pdata[i]));
  for (guint i = 0; i < files->len; i++)
    {
      RelanceImportFileLine *line = relance_import_file_line_new (files->pdata[i], i);

      g_ptr_array_add (line->refused ? refused : read, line);
    }
  add_group (self, RELANCE_IMPORT_GROUP_REFUSED_FILES, refused);
  add_group (self, RELANCE_IMPORT_GROUP_FILES, read);
}

static RelanceImportGroup *
find_group (RelanceImportReport *self, RelanceImportGroupKind kind)
{
  GListModel *groups = G_LIST_MODEL (self->groups);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      /* The store keeps it. */
      g_autoptr (RelanceImportGroup) group = g_list_model_get_item (groups, i);

      if (relance_import_group_get_kind (group) == kind)
        return group;
    }
  return NULL;
}

static guint
count_new (RelanceImportReport *self, RelanceImportWhat what)
{
  RelanceImportGroup *group = find_group (self, RELANCE_IMPORT_GROUP_NEW);

  return group ? relance_import_group_count (group, what) : 0;
}

static void
choose (RelanceImportReport *self, RelanceImportItem *item, gboolean chosen)
{
  if (item->chosen == chosen)
    return;
  item->chosen = chosen;
  relance_import_set_chosen (self->preview->import, item->index, chosen);
}

/* Nothing is said of what there is none of. */
static void
add_part (GStrvBuilder *parts, int count, char *text)
{
  if (count > 0)
    g_strv_builder_take (parts, text);
  else
    g_free (text);
}

static char *
join_parts (GStrvBuilder *builder)
{
  g_auto (GStrv) parts = g_strv_builder_end (builder);

  /* Translators: between the parts of a list such as “14 Invoices, 2 Clients” */
  return g_strjoinv (_ (", "), parts);
}

static void
relance_import_report_finalize (GObject *object)
{
  RelanceImportReport *self = RELANCE_IMPORT_REPORT (object);

  g_clear_object (&self->groups);
  g_clear_pointer (&self->preview, relance_import_preview_free);

  G_OBJECT_CLASS (relance_import_report_parent_class)->finalize (object);
}

static void
relance_import_report_class_init (RelanceImportReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_import_report_finalize;

  signals[CHOICE_CHANGED] = g_signal_new ("choice-changed", RELANCE_TYPE_IMPORT_REPORT,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
relance_import_report_init (RelanceImportReport *self)
{
  self->groups = g_list_store_new (RELANCE_TYPE_IMPORT_GROUP);
}

/**
 * relance_import_report_new:
 * @preview: (transfer full)
 */
RelanceImportReport *
relance_import_report_new (RelanceImportPreview *preview)
{
  RelanceImportReport *self = g_object_new (RELANCE_TYPE_IMPORT_REPORT, NULL);

  self->preview = preview;
  add_files (self);
  add_group (self, RELANCE_IMPORT_GROUP_REJECTED, preview->items[RELANCE_IMPORT_REJECTED]);
  add_group (self, RELANCE_IMPORT_GROUP_CHANGED, preview->items[RELANCE_IMPORT_CHANGED]);
  add_group (self, RELANCE_IMPORT_GROUP_NEW, preview->items[RELANCE_IMPORT_NEW]);
  add_group (self, RELANCE_IMPORT_GROUP_KEPT, preview->items[RELANCE_IMPORT_KEPT]);
  add_group (self, RELANCE_IMPORT_GROUP_UNCHANGED, preview->items[RELANCE_IMPORT_UNCHANGED]);
  return self;
}

/**
 * relance_import_report_get_groups:
 *
 * Returns: (transfer none) (element-type RelanceImportGroup): those that have rows
 */
GListModel *
relance_import_report_get_groups (RelanceImportReport *self)
{
  return G_LIST_MODEL (self->groups);
}

/**
 * relance_import_report_has_rows:
 *
 * Returns: whether there is anything to look at but one file that is refused
 */
gboolean
relance_import_report_has_rows (RelanceImportReport *self)
{
  GListModel *files = relance_import_report_get_groups (self);
  g_autoptr (RelanceImportGroup) only = NULL;
  g_autoptr (RelanceImportFileLine) line = NULL;
  GListModel *rows;

  if (g_list_model_get_n_items (files) != 1)
    return g_list_model_get_n_items (files) > 1;

  only = g_list_model_get_item (files, 0);
  rows = relance_import_group_get_rows (only);
  line = g_list_model_get_item (rows, 0);
  return g_list_model_get_n_items (rows) > 1 || line->has_columns;
}

/**
 * relance_import_report_has_work:
 *
 * Returns: whether anything is chosen that would be written
 */
gboolean
relance_import_report_has_work (RelanceImportReport *self)
{
  const RelanceImportCounts *counts = relance_import_get_counts (self->preview->import);

  return counts->created + counts->updated + counts->kept + counts->clients_created +
           counts->contacts_created + counts->payments_created >
         0;
}

/**
 * relance_import_report_count_invoices:
 *
 * Returns: how many new invoices are chosen
 */
guint
relance_import_report_count_invoices (RelanceImportReport *self)
{
  return count_new (self, RELANCE_IMPORT_INVOICE);
}

void
relance_import_report_set_chosen (RelanceImportReport *self,
                                  RelanceImportItem *item,
                                  gboolean chosen)
{
  choose (self, item, chosen);
  g_signal_emit (self, signals[CHOICE_CHANGED], 0);
}

void
relance_import_report_set_group_chosen (RelanceImportReport *self,
                                        RelanceImportGroup *group,
                                        gboolean chosen)
{
  GListModel *rows = relance_import_group_get_rows (group);

  g_return_if_fail (relance_import_group_can_choose (group));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RelanceImportItem) item = g_list_model_get_item (rows, i);

      choose (self, item, chosen);
    }
  g_signal_emit (self, signals[CHOICE_CHANGED], 0);
}

/**
 * relance_import_report_count_assumed:
 *
 * Returns: for how many new invoices the terms count that relance_import_report_set_terms() says
 */
guint
relance_import_report_count_assumed (RelanceImportReport *self)
{
  return relance_import_count_assumed (self->preview->import);
}

/**
 * relance_import_report_set_terms:
 * @terms: what this import takes where nobody says when an invoice is due
 */
void
relance_import_report_set_terms (RelanceImportReport *self, const RelanceTerms *terms)
{
  if (!self->preview->import ||
      relance_terms_equal (relance_import_get_usual_terms (self->preview->import), terms))
    return;
  relance_import_set_usual_terms (self->preview->import, terms);
  g_signal_emit (self, signals[CHOICE_CHANGED], 0);
}

/**
 * relance_import_report_refresh:
 *
 * Brings a row up to date before it is shown: of a hundred thousand only those in sight are.
 */
void
relance_import_report_refresh (RelanceImportReport *self, RelanceImportItem *item)
{
  if (self->preview->import)
    relance_import_refresh_item (self->preview->import, item);
}

/**
 * relance_import_report_dup_refusals:
 *
 * Returns: (transfer full): why nothing can be read, a line for each file
 */
char *
relance_import_report_dup_refusals (RelanceImportReport *self)
{
  RelanceImportGroup *group = find_group (self, RELANCE_IMPORT_GROUP_REFUSED_FILES);
  GListModel *rows = group ? relance_import_group_get_rows (group) : NULL;
  g_autoptr (RelanceImportFileLine) line = rows ? g_list_model_get_item (rows, 0) : NULL;

  if (!line)
    return g_strdup (_ ("There is no file to read."));
  if (!*line->detail)
    return g_strdup (line->title);
  /* Translators: a file's name, and why it could not be read */
  return g_strdup_printf (_ ("%s: %s"), line->title, line->detail);
}

/**
 * relance_import_report_dup_order:
 *
 * Returns: (transfer full): what Import will do, as the words on its button
 */
char *
relance_import_report_dup_order (RelanceImportReport *self)
{
  const RelanceImportCounts *counts = relance_import_get_counts (self->preview->import);
  int invoices = (int) count_new (self, RELANCE_IMPORT_INVOICE);
  int notes = (int) count_new (self, RELANCE_IMPORT_CREDIT_NOTE);
  int changes = counts->updated, clients = counts->clients_created;
  int contacts = counts->contacts_created, payments = counts->payments_created;
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *list = NULL;

  add_part (parts, invoices,
            /* Translators: one of the things that an import adds, on a button */
            g_strdup_printf (ngettext ("%d Invoice", "%d Invoices", (gulong) invoices), invoices));
  add_part (
    parts, notes,
    /* Translators: one of the things that an import adds, on a button */
    g_strdup_printf (ngettext ("%d Credit Note", "%d Credit Notes", (gulong) notes), notes));
  add_part (parts, changes,
            /* Translators: one of the things that an import does, on a button */
            g_strdup_printf (ngettext ("%d Change", "%d Changes", (gulong) changes), changes));
  add_part (parts, clients,
            /* Translators: one of the things that an import adds, on a button */
            g_strdup_printf (ngettext ("%d Client", "%d Clients", (gulong) clients), clients));
  add_part (parts, contacts,
            /* Translators: one of the things that an import adds, on a button */
            g_strdup_printf (ngettext ("%d Contact", "%d Contacts", (gulong) contacts), contacts));
  /* Those that an invoice brings along go without saying. */
  add_part (parts, invoices == 0 ? payments : 0,
            /* Translators: one of the things that an import adds, on a button */
            g_strdup_printf (ngettext ("%d Payment", "%d Payments", (gulong) payments), payments));
  add_part (parts, counts->kept,
            /* Translators: one of the things that an import keeps, on a button */
            g_strdup_printf (ngettext ("%d PDF", "%d PDFs", (gulong) counts->kept), counts->kept));
  list = join_parts (parts);

  if (!*list)
    return g_strdup (_ ("Nothing to Import"));
  /* Translators: on a button: “Import 14 Invoices, 2 Clients” */
  return g_strdup_printf (_ ("Import %s"), list);
}

/**
 * relance_import_report_dup_summary:
 *
 * Returns: (transfer full): what is chosen, in a sentence
 */
char *
relance_import_report_dup_summary (RelanceImportReport *self)
{
  return relance_import_dup_summary (self->preview->import);
}

/**
 * relance_import_report_get_import:
 *
 * Returns: (transfer none)
 */
RelanceImport *
relance_import_report_get_import (RelanceImportReport *self)
{
  return self->preview->import;
}

/**
 * relance_import_report_steal_import:
 *
 * Returns: (transfer full): to be applied; nothing of @self may be asked afterwards
 */
RelanceImport *
relance_import_report_steal_import (RelanceImportReport *self)
{
  return g_steal_pointer (&self->preview->import);
}

/**
 * relance_import_report_get_origins:
 *
 * Returns: (transfer none) (element-type GFile): by file of the import, where to read it again
 */
GPtrArray *
relance_import_report_get_origins (RelanceImportReport *self)
{
  return self->preview->origins;
}

/**
 * relance_import_report_get_unopened:
 *
 * Returns: (transfer none) (element-type GFile): what was asked for and is no file of the import
 */
GPtrArray *
relance_import_report_get_unopened (RelanceImportReport *self)
{
  return self->preview->unopened;
}
