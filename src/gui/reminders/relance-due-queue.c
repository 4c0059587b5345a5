/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-due-queue.h"

#include "relance-due-row.h"

#include <glib/gi18n.h>

struct _RelanceDueQueue
{
  AdwBin parent_instance;

  GtkListBox *list;

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (RelanceDueQueue, relance_due_queue, ADW_TYPE_BIN)

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static RelanceDue *
get_due (GtkListBoxRow *row)
{
  return row != NULL ? relance_due_row_get_due (RELANCE_DUE_ROW (row)) : NULL;
}

static GtkListBoxRow *
find_row (RelanceDueQueue *self, gint64 client_id)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (get_due (row)->client->id == client_id)
      return row;

  return NULL;
}

/* A row that goes with the focus would give it, and the choice, to another row. */
static gboolean
take_focus_off (RelanceDueQueue *self)
{
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == NULL)
    return FALSE;

  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  return TRUE;
}

static void
focus_selected_row (RelanceDueQueue *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
select_quietly (RelanceDueQueue *self, GtkListBoxRow *row)
{
  self->filling = TRUE;
  gtk_list_box_select_row (self->list, row);
  self->filling = FALSE;
}

static void
row_selected_cb (RelanceDueQueue *self, GtkListBoxRow *row)
{
  if (!self->filling && row != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, get_due (row));
}

static void
row_activated_cb (RelanceDueQueue *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
update_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  GtkWidget *label = NULL;

  if (get_due (row)->blocked == NULL || (before != NULL && get_due (before)->blocked != NULL))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (C_ ("queue", "Later"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "queue-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
relance_due_queue_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_DUE_QUEUE);

  G_OBJECT_CLASS (relance_due_queue_parent_class)->dispose (object);
}

static void
relance_due_queue_class_init (RelanceDueQueueClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_due_queue_dispose;

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", RELANCE_TYPE_DUE_QUEUE, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", RELANCE_TYPE_DUE_QUEUE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, RELANCE_TYPE_DUE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-due-queue.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceDueQueue, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
relance_due_queue_init (RelanceDueQueue *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header_cb, NULL, NULL);
}

/**
 * relance_due_queue_fill:
 * @due: (element-type RelanceDue): those who can be written to first
 *
 * The client that was chosen stays so, where there still is one, and the
 * focus with it. Nothing is emitted.
 */
void
relance_due_queue_fill (RelanceDueQueue *self, GPtrArray *due)
{
  RelanceDue *chosen = get_due (gtk_list_box_get_selected_row (self->list));
  gint64 client_id = chosen != NULL ? chosen->client->id : 0;
  gboolean focused = take_focus_off (self);

  self->filling = TRUE;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < due->len; i++)
    gtk_list_box_append (self->list, relance_due_row_new (due->pdata[i]));
  self->filling = FALSE;

  select_quietly (self, find_row (self, client_id));
  if (focused)
    focus_selected_row (self);
}

/* Returns: (nullable) */
RelanceDue *
relance_due_queue_find (RelanceDueQueue *self, gint64 client_id)
{
  return get_due (find_row (self, client_id));
}

/* Returns: (nullable): the first one who can be written to */
RelanceDue *
relance_due_queue_find_first (RelanceDueQueue *self)
{
  RelanceDue *first = get_due (gtk_list_box_get_row_at_index (self->list, 0));

  return first != NULL && first->blocked == NULL ? first : NULL;
}

/* Returns: (nullable): the next one who can be written to, after that client and then from
 * the top */
RelanceDue *
relance_due_queue_find_next (RelanceDueQueue *self, gint64 client_id)
{
  GtkListBoxRow *after = find_row (self, client_id);
  int index = after != NULL ? gtk_list_box_row_get_index (after) + 1 : 0;
  int n_ready = relance_due_queue_get_n_ready (self);
  GtkListBoxRow *row = NULL;

  if (n_ready == 0)
    return NULL;

  row = gtk_list_box_get_row_at_index (self->list, index % n_ready);
  return row != after ? get_due (row) : NULL;
}

/**
 * relance_due_queue_choose:
 * @due: (nullable): one of the queue, or %NULL for none
 */
void
relance_due_queue_choose (RelanceDueQueue *self, RelanceDue *due)
{
  gtk_list_box_select_row (self->list, due != NULL ? find_row (self, due->client->id) : NULL);
}

/* Returns: whether there was one to go to */
gboolean
relance_due_queue_step (RelanceDueQueue *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + by : 0;
  GtkListBoxRow *other = index < 0 ? NULL : gtk_list_box_get_row_at_index (self->list, index);

  if (other != NULL)
    gtk_list_box_select_row (self->list, other);
  return other != NULL;
}

void
relance_due_queue_remove (RelanceDueQueue *self, gint64 client_id)
{
  GtkListBoxRow *row = find_row (self, client_id);
  gboolean focused = take_focus_off (self);

  if (row != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (focused)
    focus_selected_row (self);
}

/* Returns: 1 for the first; 0 for one who comes later. Those who can be written to come
 * first, so that a row's place is its turn. */
int
relance_due_queue_get_turn (RelanceDueQueue *self, RelanceDue *due)
{
  GtkListBoxRow *row = find_row (self, due->client->id);

  return row != NULL && due->blocked == NULL ? gtk_list_box_row_get_index (row) + 1 : 0;
}

int
relance_due_queue_get_n_ready (RelanceDueQueue *self)
{
  int count = 0;
  RelanceDue *due = NULL;

  while ((due = get_due (gtk_list_box_get_row_at_index (self->list, count))) != NULL &&
         due->blocked == NULL)
    count++;

  return count;
}
