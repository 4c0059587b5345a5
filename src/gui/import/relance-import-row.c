/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-row.h"

#include "relance-import-file-line.h"
#include "relance-import-wording.h"

#include <glib/gi18n.h>

struct _RelanceImportRow
{
  AdwBin parent_instance;

  /* Template */
  GtkCheckButton *check;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *columns_button;
  GtkWidget *type_button;
  GtkLabel *amount;

  /* Owned */
  RelanceImportReport *report;
  GObject *subject; /* a RelanceImportGroup, RelanceImportFileLine or RelanceImportItem */

  /* Borrowed */
  GtkListItem *place; /* that the row is the child of */

  /* State */
  gulong choice_handler;
  gboolean showing; /* rather than being told by a person */
};

G_DEFINE_FINAL_TYPE (RelanceImportRow, relance_import_row, ADW_TYPE_BIN)

enum
{
  COLUMNS_WANTED,
  TYPING_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* @text: (nullable): nothing is shown for none */
static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text && *text);
}

static void
show_check (RelanceImportRow *self, gboolean visible, gboolean active, gboolean inconsistent)
{
  self->showing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->check), visible);
  gtk_check_button_set_active (self->check, active);
  gtk_check_button_set_inconsistent (self->check, inconsistent);
  self->showing = FALSE;
}

static void
show_icon (RelanceImportRow *self, const char *name)
{
  gtk_image_set_from_icon_name (self->icon, name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), name != NULL);
}

static void
show_group (RelanceImportRow *self, RelanceImportGroup *group)
{
  g_autofree char *title = relance_import_group_dup_title (group);
  g_autofree char *choice = relance_import_group_dup_choice (group);
  g_autofree char *totals = relance_import_group_dup_totals (group);
  guint chosen = relance_import_group_count_chosen (group);

  show_check (self, relance_import_group_can_choose (group), chosen > 0, chosen > 0 && choice);
  show_text (self->title, title);
  show_text (self->subtitle, choice);
  show_text (self->amount, totals);
}

static void
show_file (RelanceImportRow *self, RelanceImportFileLine *line)
{
  show_check (self, FALSE, FALSE, FALSE);
  show_icon (self, line->refused ? "dialog-warning-symbolic" : "text-x-generic-symbolic");
  show_text (self->title, line->title);
  show_text (self->subtitle, line->detail);
  show_text (self->amount, NULL);
  gtk_widget_set_visible (self->columns_button, line->has_columns);
}

static void
show_item (RelanceImportRow *self, RelanceImportItem *item)
{
  gboolean refused = item->fate == RELANCE_IMPORT_REJECTED;
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *amount = NULL;

  relance_import_report_refresh (self->report, item);
  title = relance_import_wording_title (item);
  detail = relance_import_wording_detail (item);
  amount = relance_import_wording_amount (item);
  show_check (self, relance_import_group_has_choice (item), item->chosen, FALSE);
  show_icon (self, refused ? "dialog-warning-symbolic" : NULL);
  show_text (self->title, title);
  show_text (self->subtitle, detail);
  show_text (self->amount, amount);
  gtk_widget_set_visible (self->type_button, item->fate == RELANCE_IMPORT_KEPT && item->chosen);
}

/* The keyboard goes to the row and not to its check, so the row says what the check shows. */
static void
describe_place (RelanceImportRow *self)
{
  const char *detail = gtk_label_get_label (self->subtitle);
  const char *choice = gtk_check_button_get_inconsistent (self->check)
                         ? C_ ("row", "Chosen in part")
                       : gtk_check_button_get_active (self->check) ? C_ ("row", "Chosen")
                                                                   : C_ ("row", "Left out");
  g_autofree char *both = g_strjoin ("\n", choice, detail, NULL);

  gtk_list_item_set_accessible_label (self->place, gtk_label_get_label (self->title));
  gtk_list_item_set_accessible_description (
    self->place, gtk_widget_get_visible (GTK_WIDGET (self->check)) ? both : detail);
}

static void
show_subject (RelanceImportRow *self)
{
  gtk_widget_set_visible (self->columns_button, FALSE);
  gtk_widget_set_visible (self->type_button, FALSE);
  show_icon (self, NULL);
  if (RELANCE_IS_IMPORT_GROUP (self->subject))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
      show_group (self, RELANCE_IMPORT_GROUP (self->subject));
      return;
    }

  gtk_widget_remove_css_class (GTK_WIDGET (self->title), "heading");
  if (RELANCE_IS_IMPORT_ITEM (self->subject))
    show_item (self, RELANCE_IMPORT_ITEM (self->subject));
  else
    show_file (self, RELANCE_IMPORT_FILE_LINE (self->subject));
}

static void
choice_changed_cb (RelanceImportRow *self)
{
  if (RELANCE_IS_IMPORT_GROUP (self->subject))
    show_group (self, RELANCE_IMPORT_GROUP (self->subject));
  else if (RELANCE_IS_IMPORT_ITEM (self->subject))
    show_item (self, RELANCE_IMPORT_ITEM (self->subject));
  describe_place (self);
}

/* A group of which some are chosen is then chosen whole. */
static void
toggled_cb (RelanceImportRow *self)
{
  gboolean chosen = gtk_check_button_get_active (self->check);

  if (self->showing)
    return;
  if (RELANCE_IS_IMPORT_ITEM (self->subject))
    relance_import_report_set_chosen (self->report, RELANCE_IMPORT_ITEM (self->subject), chosen);
  else if (RELANCE_IS_IMPORT_GROUP (self->subject))
    relance_import_report_set_group_chosen (self->report, RELANCE_IMPORT_GROUP (self->subject),
                                            chosen ||
                                              gtk_check_button_get_inconsistent (self->check));
}

static void
choose_columns_cb (RelanceImportRow *self)
{
  g_signal_emit (self, signals[COLUMNS_WANTED], 0, RELANCE_IMPORT_FILE_LINE (self->subject)->index);
}

static void
type_invoice_cb (RelanceImportRow *self)
{
  g_signal_emit (self, signals[TYPING_WANTED], 0, RELANCE_IMPORT_ITEM (self->subject)->file);
}

static void
relance_import_row_dispose (GObject *object)
{
  relance_import_row_clear (RELANCE_IMPORT_ROW (object));

  G_OBJECT_CLASS (relance_import_row_parent_class)->dispose (object);

  /* The parent lets go of its child first: a bound child is not taken from under it. */
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_IMPORT_ROW);
}

static void
relance_import_row_class_init (RelanceImportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_import_row_dispose;

  signals[COLUMNS_WANTED] = g_signal_new ("columns-wanted", RELANCE_TYPE_IMPORT_ROW,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          G_TYPE_INT);
  signals[TYPING_WANTED] = g_signal_new ("typing-wanted", RELANCE_TYPE_IMPORT_ROW,
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-import-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceImportRow, check);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportRow, icon);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportRow, title);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportRow, columns_button);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportRow, type_button);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportRow, amount);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_columns_cb);
  gtk_widget_class_bind_template_callback (widget_class, type_invoice_cb);
}

static void
relance_import_row_init (RelanceImportRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
relance_import_row_new (void)
{
  return g_object_new (RELANCE_TYPE_IMPORT_ROW, NULL);
}

/**
 * relance_import_row_show:
 * @subject: a #RelanceImportGroup, #RelanceImportFileLine or #RelanceImportItem of @report
 * @place: where in a list it is shown, until relance_import_row_clear()
 */
void
relance_import_row_show (RelanceImportRow *self,
                         RelanceImportReport *report,
                         GObject *subject,
                         GtkListItem *place)
{
  relance_import_row_clear (self);
  self->report = g_object_ref (report);
  self->subject = g_object_ref (subject);
  self->place = place;
  self->choice_handler = g_signal_connect_object (
    report, "choice-changed", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  show_subject (self);
  describe_place (self);
}

void
relance_import_row_clear (RelanceImportRow *self)
{
  if (self->report)
    g_clear_signal_handler (&self->choice_handler, self->report);
  g_clear_object (&self->report);
  g_clear_object (&self->subject);
  self->place = NULL;
}

/**
 * relance_import_row_toggle:
 *
 * Chooses what the row is about, or leaves it out.
 *
 * Returns: whether it can be chosen
 */
gboolean
relance_import_row_toggle (RelanceImportRow *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->check)))
    return FALSE;
  gtk_check_button_set_active (self->check, !gtk_check_button_get_active (self->check));
  return TRUE;
}
