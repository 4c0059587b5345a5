/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-group.h"

#include "relance-words.h"

#include <glib/gi18n.h>

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static void
add_amount (GtkWidget *row, const RelanceImportItem *item)
{
  g_autofree char *amount = relance_words_amount (item->total, item->currency);
  GtkWidget *label = gtk_label_new (amount);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

/* What is no invoice is owed on no day. */
static const char *
get_kind_word (RelanceImportWhat what)
{
  switch (what)
    {
    case RELANCE_IMPORT_CREDIT_NOTE:
      return C_ ("import", "Credit note");
    case RELANCE_IMPORT_CLIENT:
      return C_ ("import", "Client");
    case RELANCE_IMPORT_CONTACT:
      return C_ ("import", "Contact");
    case RELANCE_IMPORT_INVOICE:
    case RELANCE_IMPORT_DOCUMENT:
    default:
      return "";
    }
}

static char *
describe_other (const RelanceImportItem *item)
{
  const char *word = get_kind_word (item->what);

  if (item->note && *item->note)
    /* Translators: what it is, such as "Contact", and what changes */
    return g_strdup_printf (_ ("%s · %s"), word, item->note);
  return g_strdup (word);
}

static char *
describe_invoice (const RelanceImportItem *item)
{
  g_autofree char *due = relance_words_date (item->due);
  g_autofree char *paid = NULL;

  if (item->note && *item->note)
    /* Translators: a due date, and what changes */
    return g_strdup_printf (_ ("Due %s · %s"), due, item->note);
  if (item->paid == 0)
    /* Translators: a date */
    return g_strdup_printf (_ ("Due %s"), due);

  paid = relance_words_amount (item->paid, item->currency);
  /* Translators: a due date, and how much was paid */
  return g_strdup_printf (_ ("Due %s · %s paid"), due, paid);
}

static GtkWidget *
make_item_row (const RelanceImportItem *item)
{
  g_autofree char *subtitle = item->what == RELANCE_IMPORT_INVOICE ? describe_invoice (item)
                                                                   : describe_other (item);
  g_autofree char *title = NULL;
  GtkWidget *row;

  if (!item->number)
    return make_row (item->client, subtitle);
  /* Translators: an invoice's number and the client's name */
  title = g_strdup_printf (_ ("%s · %s"), item->number, item->client);
  row = make_row (title, subtitle);
  add_amount (row, item);
  return row;
}

static GtkWidget *
make_rejected_row (const RelanceImportItem *item)
{
  g_autofree char *title = NULL;

  if (item->number && *item->number)
    /* Translators: a line of a file, and the invoice number found there */
    title = g_strdup_printf (_ ("Line %d · %s"), item->line, item->number);
  else
    /* Translators: a line of a file */
    title = g_strdup_printf (_ ("Line %d"), item->line);
  return make_row (title, item->note ? item->note : "");
}

static void
add_remainder (GtkWidget *group, int remainder)
{
  g_autofree char *text = NULL;
  GtkWidget *row;

  if (remainder <= 0)
    return;

  text = g_strdup_printf (
    /* Translators: %d rows of a list are not shown */
    ngettext ("and %d more", "and %d more", (gulong) remainder), remainder);
  row = make_row (text, "");
  gtk_widget_add_css_class (row, "dim-label");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
make_group (const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  return group;
}

static GtkWidget *
make_item_group (const char *title,
                 GPtrArray *items,
                 int total,
                 GtkWidget *(*make) (const RelanceImportItem *) )
{
  GtkWidget *group = make_group (title);

  for (guint i = 0; i < items->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make (g_ptr_array_index (items, i)));
  add_remainder (group, total - (int) items->len);
  return group;
}

/**
 * relance_import_group_new:
 * @fate: %RELANCE_IMPORT_NEW or %RELANCE_IMPORT_CHANGED
 * @items: (element-type RelanceImportItem): the first ones
 * @total: how many there are in all
 */
GtkWidget *
relance_import_group_new (RelanceImportFate fate, GPtrArray *items, int total)
{
  g_autofree char *title = NULL;

  if (fate == RELANCE_IMPORT_NEW)
    /* Translators: how many invoices are new, as a title */
    title = g_strdup_printf (ngettext ("%d New", "%d New", (gulong) total), total);
  else
    /* Translators: how many invoices change, as a title */
    title = g_strdup_printf (ngettext ("%d Changed", "%d Changed", (gulong) total), total);

  return make_item_group (title, items, total, make_item_row);
}

/**
 * relance_import_group_new_rejected:
 *
 * Like relance_import_group_new(), with the line and the reason of each.
 */
GtkWidget *
relance_import_group_new_rejected (GPtrArray *items, int total)
{
  g_autofree char *title = g_strdup_printf (
    /* Translators: how many lines of a file are rejected, as a title */
    ngettext ("%d Rejected", "%d Rejected", (gulong) total), total);

  return make_item_group (title, items, total, make_rejected_row);
}

/**
 * relance_import_group_new_refused:
 * @sentences: (element-type utf8): one for each file that could not be read
 */
GtkWidget *
relance_import_group_new_refused (const char *title, GPtrArray *sentences)
{
  GtkWidget *group = make_group (title);

  for (guint i = 0; i < sentences->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_row (g_ptr_array_index (sentences, i), ""));
  return group;
}
