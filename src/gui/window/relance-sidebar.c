/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-sidebar.h"

#include "relance-documents.h"
#include "relance-outbox.h"
#include "widgets/relance-sidebar-row.h"

#include <glib/gi18n.h>

struct _RelanceSidebar
{
  AdwNavigationPage parent_instance;

  /* Template */
  GtkListBox *list;

  /* Owned */
  RelanceDesk *desk;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (RelanceSidebar, relance_sidebar, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PAGE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *name;
  const char *title;
  const char *icon_name;
} pages[] = {
  { "today", NC_ ("page", "Today"), "relance-today-symbolic" },
  { "reminders", NC_ ("page", "Reminders"), "relance-reminders-symbolic" },
  { "invoices", NC_ ("page", "Invoices"), "relance-invoices-symbolic" },
  { "clients", NC_ ("page", "Clients"), "relance-clients-symbolic" },
  { "sent", NC_ ("page", "Sent"), "relance-sent-symbolic" },
  { "outbox", NC_ ("page", "Outbox"), "relance-outbox-symbolic" },
  { "waiting", NC_ ("page", "PDFs to Type"), "relance-waiting-symbolic" },
};

/* How many wait, for the numbers beside the pages. */
typedef struct
{
  int reminders;
  int outbox;
  int documents;
} Counts;

static int
count_ready (GPtrArray *due)
{
  int count = 0;

  for (guint i = 0; i < due->len; i++)
    {
      RelanceDue *one = g_ptr_array_index (due, i);

      count += one->blocked == NULL;
    }
  return count;
}

static gpointer
load_counts (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GPtrArray) outbox = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  Counts *counts;

  due = relance_reminders_due (book, error);
  if (!due)
    return NULL;

  outbox = relance_outbox_list (book, FALSE, error);
  if (!outbox)
    return NULL;

  documents = relance_documents_list (book, 0, error);
  if (!documents)
    return NULL;

  counts = g_new0 (Counts, 1);
  counts->reminders = count_ready (due);
  counts->outbox = (int) outbox->len;
  counts->documents = (int) documents->len;
  return counts;
}

static RelanceSidebarRow *
find_row (RelanceSidebar *self, const char *name)
{
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (!row)
        return NULL;
      if (g_str_equal (relance_sidebar_row_get_name (RELANCE_SIDEBAR_ROW (row)), name))
        return RELANCE_SIDEBAR_ROW (row);
    }
}

/* Not taken away from under whoever stands on it. */
static void
show_if_any (RelanceSidebarRow *row, int count, const char *text)
{
  relance_sidebar_row_set_count (row, count, text);
  gtk_widget_set_visible (GTK_WIDGET (row),
                          count > 0 || gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)));
}

static void
show_counts (RelanceSidebar *self, const Counts *counts)
{
  RelanceSidebarRow *outbox = find_row (self, "outbox");
  g_autofree char *reminders_text = NULL;
  g_autofree char *outbox_text = NULL;
  g_autofree char *documents_text = NULL;

  reminders_text = g_strdup_printf (
    /* Translators: %d is a number of reminders */
    ngettext ("%d reminder is ready", "%d reminders are ready", (gulong) counts->reminders),
    counts->reminders);
  outbox_text = g_strdup_printf (
    /* Translators: %d is a number of messages */
    ngettext ("%d message has not left", "%d messages have not left", (gulong) counts->outbox),
    counts->outbox);

  relance_sidebar_row_set_count (find_row (self, "reminders"), counts->reminders, reminders_text);
  documents_text = g_strdup_printf (
    /* Translators: %d is a number of PDFs */
    ngettext ("%d PDF waits for its invoice", "%d PDFs wait for their invoices",
              (gulong) counts->documents),
    counts->documents);
  show_if_any (outbox, counts->outbox, outbox_text);
  show_if_any (find_row (self, "waiting"), counts->documents, documents_text);
}

static void
counts_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree Counts *counts = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  /* A page that cannot be loaded says why; the numbers beside it need not repeat it. */
  if (counts)
    show_counts (data, counts);
}

/* Arrow keys and screen readers select, and see the page beside the list at once. */
static void
row_selected_cb (RelanceSidebar *self, RelanceSidebarRow *row)
{
  if (row)
    g_signal_emit (self, signals[PAGE_CHOSEN], 0, relance_sidebar_row_get_name (row), FALSE);
}

static void
row_activated_cb (RelanceSidebar *self, RelanceSidebarRow *row)
{
  g_signal_emit (self, signals[PAGE_CHOSEN], 0, relance_sidebar_row_get_name (row), TRUE);
}

static void
update_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *name = relance_sidebar_row_get_name (RELANCE_SIDEBAR_ROW (row));

  if (g_str_equal (name, "sent"))
    gtk_list_box_row_set_header (row, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
}

static void
add_rows (RelanceSidebar *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_list_box_append (self->list, relance_sidebar_row_new (
                                       pages[i].name, g_dpgettext2 (NULL, "page", pages[i].title),
                                       pages[i].icon_name));

  gtk_list_box_set_header_func (self->list, update_header_cb, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (find_row (self, "outbox")), "warning");
  gtk_widget_set_visible (GTK_WIDGET (find_row (self, "outbox")), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (find_row (self, "waiting")), FALSE);
}

static void
relance_sidebar_dispose (GObject *object)
{
  RelanceSidebar *self = RELANCE_SIDEBAR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_SIDEBAR);

  G_OBJECT_CLASS (relance_sidebar_parent_class)->dispose (object);
}

static void
relance_sidebar_class_init (RelanceSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_sidebar_dispose;

  signals[PAGE_CHOSEN] = g_signal_new ("page-chosen", RELANCE_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                       G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
relance_sidebar_init (RelanceSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_rows (self);
}

/**
 * relance_sidebar_set_desk:
 *
 * Counts what waits in another book from now on.
 */
void
relance_sidebar_set_desk (RelanceSidebar *self, RelanceDesk *desk)
{
  g_return_if_fail (RELANCE_IS_SIDEBAR (self));

  g_cancellable_cancel (self->cancellable);
  if (self->desk)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_set_object (&self->desk, desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (relance_sidebar_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "outbox-changed", G_CALLBACK (relance_sidebar_refresh), self,
                           G_CONNECT_SWAPPED);
}

void
relance_sidebar_refresh (RelanceSidebar *self)
{
  g_return_if_fail (RELANCE_IS_SIDEBAR (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, load_counts, NULL, NULL, g_free,
                          self->cancellable, counts_loaded_cb, self);
}

/**
 * relance_sidebar_select:
 * @name: the page that is shown, whoever asked for it
 */
void
relance_sidebar_select (RelanceSidebar *self, const char *name)
{
  RelanceSidebarRow *row;

  g_return_if_fail (RELANCE_IS_SIDEBAR (self));

  row = find_row (self, name);
  gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}
