/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-group.h"

#include "relance-words.h"

#include <glib/gi18n.h>

typedef struct
{
  char currency[4];
  gint64 amount;
} Sum;

struct _RelanceImportGroup
{
  GObject parent_instance;

  RelanceImportGroupKind kind;
  GListStore *rows;
};

G_DEFINE_FINAL_TYPE (RelanceImportGroup, relance_import_group, G_TYPE_OBJECT)

static const RelanceImportItem *
peek_item (RelanceImportGroup *self, guint position)
{
  /* The store keeps it. */
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return RELANCE_IS_IMPORT_ITEM (row) ? (RelanceImportItem *) row : NULL;
}

static guint
count_rows (RelanceImportGroup *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

/* A credit note lowers what is owed. */
static void
add_item (GArray *sums, const RelanceImportItem *item)
{
  gint64 amount = item->what == RELANCE_IMPORT_CREDIT_NOTE ? -item->total : item->total;
  Sum sum = { .amount = amount };

  if (item->what != RELANCE_IMPORT_INVOICE && item->what != RELANCE_IMPORT_CREDIT_NOTE)
    return;

  for (guint i = 0; i < sums->len; i++)
    {
      Sum *known = &g_array_index (sums, Sum, i);

      if (g_str_equal (known->currency, item->currency))
        {
          /* Hostile amounts may add up to more than fits; the sum then stays at the edge. */
          if (__builtin_add_overflow (known->amount, amount, &known->amount))
            known->amount = amount > 0 ? G_MAXINT64 : G_MININT64;
          return;
        }
    }

  g_strlcpy (sum.currency, item->currency, sizeof sum.currency);
  g_array_append_val (sums, sum);
}

static char *
join_sums (const GArray *sums)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  for (guint i = 0; i < sums->len; i++)
    {
      const Sum *sum = &g_array_index (sums, Sum, i);

      g_strv_builder_take (parts, relance_words_amount_short (sum->amount, sum->currency));
    }

  strings = g_strv_builder_end (parts);
  return g_strjoinv (" + ", strings);
}

static void
relance_import_group_finalize (GObject *object)
{
  g_clear_object (&RELANCE_IMPORT_GROUP (object)->rows);

  G_OBJECT_CLASS (relance_import_group_parent_class)->finalize (object);
}

static void
relance_import_group_class_init (RelanceImportGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_import_group_finalize;
}

static void
relance_import_group_init (RelanceImportGroup *self)
{
  self->rows = g_list_store_new (G_TYPE_OBJECT);
}

/**
 * relance_import_group_new:
 * @rows: (element-type GObject)
 */
RelanceImportGroup *
relance_import_group_new (RelanceImportGroupKind kind, GPtrArray *rows)
{
  RelanceImportGroup *self = g_object_new (RELANCE_TYPE_IMPORT_GROUP, NULL);

  self->kind = kind;
  g_list_store_splice (self->rows, 0, 0, rows->pdata, rows->len);
  return self;
}

RelanceImportGroupKind
relance_import_group_get_kind (RelanceImportGroup *self)
{
  return self->kind;
}

/**
 * relance_import_group_get_rows:
 *
 * Returns: (transfer none)
 */
GListModel *
relance_import_group_get_rows (RelanceImportGroup *self)
{
  return G_LIST_MODEL (self->rows);
}

/**
 * relance_import_group_can_choose:
 *
 * Returns: whether its rows would be written, so that some can be left out
 */
gboolean
relance_import_group_can_choose (RelanceImportGroup *self)
{
  return self->kind == RELANCE_IMPORT_GROUP_CHANGED || self->kind == RELANCE_IMPORT_GROUP_NEW ||
         self->kind == RELANCE_IMPORT_GROUP_KEPT;
}

/**
 * relance_import_group_has_choice:
 *
 * Returns: whether a row would be written, so that it can be left out
 */
gboolean
relance_import_group_has_choice (const RelanceImportItem *item)
{
  return item->fate != RELANCE_IMPORT_REJECTED && item->fate != RELANCE_IMPORT_UNCHANGED;
}

guint
relance_import_group_count_chosen (RelanceImportGroup *self)
{
  guint count = 0;

  for (guint i = 0; i < count_rows (self); i++)
    {
      const RelanceImportItem *item = peek_item (self, i);

      count += item && item->chosen;
    }
  return count;
}

/**
 * relance_import_group_count:
 *
 * Returns: how many of its rows are about that and are chosen
 */
guint
relance_import_group_count (RelanceImportGroup *self, RelanceImportWhat what)
{
  guint count = 0;

  for (guint i = 0; i < count_rows (self); i++)
    {
      const RelanceImportItem *item = peek_item (self, i);

      count += item && item->chosen && item->what == what;
    }
  return count;
}

char *
relance_import_group_dup_title (RelanceImportGroup *self)
{
  guint count = count_rows (self);

  switch (self->kind)
    {
    case RELANCE_IMPORT_GROUP_REFUSED_FILES:
      return g_strdup_printf (
        /* Translators: how many files cannot be read, as a title */
        ngettext ("%u File Cannot Be Used", "%u Files Cannot Be Used", count), count);
    case RELANCE_IMPORT_GROUP_FILES:
      /* Translators: how many files were read, as a title */
      return g_strdup_printf (ngettext ("%u File", "%u Files", count), count);
    case RELANCE_IMPORT_GROUP_REJECTED:
      /* Translators: how many lines of files are refused, as a title */
      return g_strdup_printf (ngettext ("%u Refused", "%u Refused", count), count);
    case RELANCE_IMPORT_GROUP_CHANGED:
      /* Translators: how many invoices change, as a title */
      return g_strdup_printf (ngettext ("%u Changed", "%u Changed", count), count);
    case RELANCE_IMPORT_GROUP_NEW:
      /* Translators: how many invoices and contacts are new, as a title */
      return g_strdup_printf (ngettext ("%u New", "%u New", count), count);
    case RELANCE_IMPORT_GROUP_KEPT:
      return g_strdup_printf (
        /* Translators: how many PDF files are kept, as a title */
        ngettext ("%u PDF to Keep", "%u PDFs to Keep", count), count);
    case RELANCE_IMPORT_GROUP_UNCHANGED:
      return g_strdup_printf (
        /* Translators: how many invoices and contacts the book has already, as a title */
        ngettext ("%u Already in the Book", "%u Already in the Book", count), count);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * relance_import_group_dup_choice:
 *
 * Returns: (transfer full) (nullable): how many are left out, where some are
 */
char *
relance_import_group_dup_choice (RelanceImportGroup *self)
{
  guint left_out;

  if (!relance_import_group_can_choose (self))
    return NULL;

  left_out = count_rows (self) - relance_import_group_count_chosen (self);
  if (left_out == 0)
    return NULL;
  /* Translators: how many rows of a list will not be imported */
  return g_strdup_printf (ngettext ("%u left out", "%u left out", left_out), left_out);
}

/**
 * relance_import_group_dup_totals:
 *
 * Returns: (transfer full): what the chosen rows amount to, by currency; "" where none has an amount
 */
char *
relance_import_group_dup_totals (RelanceImportGroup *self)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, TRUE, sizeof (Sum));

  for (guint i = 0; i < count_rows (self); i++)
    {
      const RelanceImportItem *item = peek_item (self, i);

      if (item && item->chosen && item->fate != RELANCE_IMPORT_REJECTED)
        add_item (sums, item);
    }
  return join_sums (sums);
}
