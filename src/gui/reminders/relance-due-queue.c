/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-due-queue.h"

#include "relance-due-row.h"

#include <glib/gi18n.h>

struct _RelanceDueQueue
{
  AdwBin parent_instance;

  GtkListView *list;
  GtkSingleSelection *selection;
  GtkCustomSorter *turns;
  GListStore *store;

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (RelanceDueQueue, relance_due_queue, ADW_TYPE_BIN)

enum
{
  PROP_SINGLE_CLICK = 1,
};

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Returns: (transfer none) (nullable) */
static RelanceDue *
get_due (RelanceDueQueue *self, guint position)
{
  g_autoptr (RelanceDue) due = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return due;
}

static guint
find_position (RelanceDueQueue *self, gint64 client_id)
{
  RelanceDue *due = NULL;

  for (guint i = 0; (due = get_due (self, i)) != NULL; i++)
    if (due->client->id == client_id)
      return i;

  return GTK_INVALID_LIST_POSITION;
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

/* @focus: whether the one who is chosen takes the focus too */
static void
show_chosen (RelanceDueQueue *self, gboolean focus)
{
  guint chosen = gtk_single_selection_get_selected (self->selection);

  if (chosen == GTK_INVALID_LIST_POSITION)
    return;
  gtk_list_view_scroll_to (self->list, chosen, focus ? GTK_LIST_SCROLL_FOCUS : GTK_LIST_SCROLL_NONE,
                           NULL);
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
select_quietly (RelanceDueQueue *self, guint position)
{
  self->filling = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->filling = FALSE;
}

static void
selected_cb (RelanceDueQueue *self)
{
  RelanceDue *due = gtk_single_selection_get_selected_item (self->selection);

  if (!self->filling && due != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, due);
}

static void
activate_cb (RelanceDueQueue *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
set_up_row_cb (RelanceDueQueue *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, relance_due_row_new ());
}

static void
bind_row_cb (RelanceDueQueue *self, GtkListItem *item)
{
  RelanceDueRow *row = RELANCE_DUE_ROW (gtk_list_item_get_child (item));
  g_autofree char *spoken = NULL;

  relance_due_row_show (row, gtk_list_item_get_item (item));
  spoken = relance_due_row_dup_spoken (row);
  gtk_list_item_set_accessible_label (item, spoken);
}

static void
set_up_heading_cb (RelanceDueQueue *self, GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (C_ ("queue", "Later"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "queue-heading");
  gtk_list_header_set_child (header, label);
}

/* Those who come first need no heading. */
static void
bind_heading_cb (RelanceDueQueue *self, GtkListHeader *header)
{
  RelanceDue *first = gtk_list_header_get_item (header);

  gtk_widget_set_visible (gtk_list_header_get_child (header), first->blocked != NULL);
}

static int
compare_turns (gconstpointer one, gconstpointer other, gpointer user_data)
{
  return (((const RelanceDue *) one)->blocked != NULL) -
         (((const RelanceDue *) other)->blocked != NULL);
}

static void
relance_due_queue_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RelanceDueQueue *self = RELANCE_DUE_QUEUE (object);

  if (id == PROP_SINGLE_CLICK)
    g_value_set_boolean (value, gtk_list_view_get_single_click_activate (self->list));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
relance_due_queue_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RelanceDueQueue *self = RELANCE_DUE_QUEUE (object);

  if (id == PROP_SINGLE_CLICK)
    gtk_list_view_set_single_click_activate (self->list, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
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
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = relance_due_queue_get_property;
  object_class->set_property = relance_due_queue_set_property;
  object_class->dispose = relance_due_queue_dispose;

  g_type_ensure (RELANCE_TYPE_DUE);

  /* Where the letter is not beside it; else whatever the pointer passes over would be chosen. */
  g_object_class_install_property (
    object_class, PROP_SINGLE_CLICK,
    g_param_spec_boolean ("single-click-activate", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", RELANCE_TYPE_DUE_QUEUE, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", RELANCE_TYPE_DUE_QUEUE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, RELANCE_TYPE_DUE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-due-queue.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceDueQueue, list);
  gtk_widget_class_bind_template_child (widget_class, RelanceDueQueue, selection);
  gtk_widget_class_bind_template_child (widget_class, RelanceDueQueue, turns);
  gtk_widget_class_bind_template_child (widget_class, RelanceDueQueue, store);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_heading_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_heading_cb);
}

static void
relance_due_queue_init (RelanceDueQueue *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_sorter_set_sort_func (self->turns, compare_turns, NULL, NULL);
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
  RelanceDue *chosen = gtk_single_selection_get_selected_item (self->selection);
  gint64 client_id = chosen != NULL ? chosen->client->id : 0;
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  gboolean focused = take_focus_off (self);

  self->filling = TRUE;
  g_list_store_splice (self->store, 0, before, due->pdata, due->len);
  self->filling = FALSE;

  select_quietly (self, find_position (self, client_id));
  show_chosen (self, focused);
}

/* Returns: (nullable) */
RelanceDue *
relance_due_queue_find (RelanceDueQueue *self, gint64 client_id)
{
  return get_due (self, find_position (self, client_id));
}

/* Returns: (nullable): the first one who can be written to */
RelanceDue *
relance_due_queue_find_first (RelanceDueQueue *self)
{
  RelanceDue *first = get_due (self, 0);

  return first != NULL && first->blocked == NULL ? first : NULL;
}

/* Returns: (nullable): the next one who can be written to, after that client and then from
 * the top */
RelanceDue *
relance_due_queue_find_next (RelanceDueQueue *self, gint64 client_id)
{
  guint position = find_position (self, client_id);
  guint next = position != GTK_INVALID_LIST_POSITION ? position + 1 : 0;
  guint n_ready = (guint) relance_due_queue_get_n_ready (self);

  if (n_ready == 0 || next % n_ready == position)
    return NULL;

  return get_due (self, next % n_ready);
}

/**
 * relance_due_queue_choose:
 * @due: (nullable): one of the queue, or %NULL for none
 */
void
relance_due_queue_choose (RelanceDueQueue *self, RelanceDue *due)
{
  gtk_single_selection_set_selected (self->selection, due != NULL
                                                        ? find_position (self, due->client->id)
                                                        : GTK_INVALID_LIST_POSITION);
  show_chosen (self, FALSE);
}

/* Returns: whether there was one to go to */
gboolean
relance_due_queue_step (RelanceDueQueue *self, int by)
{
  guint chosen = gtk_single_selection_get_selected (self->selection);
  RelanceDue *other = NULL;

  if (chosen == GTK_INVALID_LIST_POSITION)
    other = get_due (self, 0);
  else if (by > 0 || chosen > 0)
    other = get_due (self, by > 0 ? chosen + 1 : chosen - 1);
  if (other != NULL)
    relance_due_queue_choose (self, other);
  return other != NULL;
}

void
relance_due_queue_remove (RelanceDueQueue *self, gint64 client_id)
{
  RelanceDue *due = relance_due_queue_find (self, client_id);
  gboolean focused = take_focus_off (self);
  guint position;

  if (due != NULL && g_list_store_find (self->store, due, &position))
    g_list_store_remove (self->store, position);
  show_chosen (self, focused);
}

/* Returns: 1 for the first; 0 for one who comes later. Those who can be written to come
 * first, so that a row's place is its turn. */
int
relance_due_queue_get_turn (RelanceDueQueue *self, RelanceDue *due)
{
  guint position = find_position (self, due->client->id);

  return position != GTK_INVALID_LIST_POSITION && due->blocked == NULL ? (int) position + 1 : 0;
}

int
relance_due_queue_get_n_ready (RelanceDueQueue *self)
{
  guint count = 0;
  RelanceDue *due = NULL;

  while ((due = get_due (self, count)) != NULL && due->blocked == NULL)
    count++;

  return (int) count;
}
