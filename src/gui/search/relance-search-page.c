/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "search/relance-search-page.h"

#include "relance-paged-list.h"
#include "relance-wording.h"
#include "search/relance-found.h"
#include "widgets/relance-row-group.h"

#include <glib/gi18n.h>

/* Whom one looks for is among the first, or more is typed. */
#define MAX_ROWS 6

/* What is found of one kind. */
typedef struct
{
  const RelanceFound *kind;
  RelancePagedList *list;
  RelanceRowGroup *group; /* borrowed */
} Results;

struct _RelanceSearchPage
{
  AdwNavigationPage parent_instance;

  GtkSearchEntry *search;
  GtkStack *stack;
  RelanceRowGroup *clients;
  RelanceRowGroup *invoices;
  AdwStatusPage *trouble;

  RelanceDesk *desk;
  Results results[2]; /* in their order on the page */
  char *words;

  gboolean opening; /* the first, as soon as it is known */
};

G_DEFINE_FINAL_TYPE (RelanceSearchPage, relance_search_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gpointer
get_record (const Results *results, guint position)
{
  g_autoptr (RelancePlace) place = g_list_model_get_item (G_LIST_MODEL (results->list), position);

  return place != NULL ? relance_place_get_record (place) : NULL;
}

static void
open_record (RelanceSearchPage *self, const Results *results, gpointer record)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  if (window != NULL)
    results->kind->open (window, record);
}

static void
open_first (RelanceSearchPage *self)
{
  self->opening = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (self->results); i++)
    {
      gpointer record = get_record (&self->results[i], 0);

      if (record != NULL)
        {
          open_record (self, &self->results[i], record);
          return;
        }
    }
}

static Results *
find_results (RelanceSearchPage *self, gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "relance-results");
}

static void
row_activated_cb (RelanceSearchPage *self, AdwActionRow *row)
{
  open_record (self, find_results (self, row),
               g_object_get_data (G_OBJECT (row), "relance-record"));
}

static void
all_activated_cb (RelanceSearchPage *self, AdwActionRow *row)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  if (window != NULL)
    find_results (self, row)->kind->list (window, self->words);
}

static void
make_activatable (RelanceSearchPage *self, Results *results, AdwActionRow *row, GCallback callback)
{
  adw_action_row_add_suffix (row, g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "relance-results", results);
  g_signal_connect_object (row, "activated", callback, self, G_CONNECT_SWAPPED);
}

static void
add_row (RelanceSearchPage *self, Results *results, gpointer record)
{
  RelanceDate today = relance_clock_get_today (relance_desk_get_clock (self->desk));
  g_autofree char *details = results->kind->dup_details (record, today);
  g_autofree char *amount = results->kind->dup_amount (record);
  AdwActionRow *row =
    relance_row_group_add (results->group, results->kind->title (record), details);
  GtkWidget *label = gtk_label_new (amount);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (row, label);
  g_object_set_data_full (G_OBJECT (row), "relance-record", g_object_ref (record), g_object_unref);
  make_activatable (self, results, row, G_CALLBACK (row_activated_cb));
}

static void
show_results (RelanceSearchPage *self, Results *results)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (results->list));

  relance_row_group_begin (results->group);
  for (guint i = 0; i < MIN (count, MAX_ROWS); i++)
    if (get_record (results, i) != NULL)
      add_row (self, results, get_record (results, i));
  if (count > MAX_ROWS)
    {
      /* Translators: below the first of what was found; %d is how many there are in all. */
      g_autofree char *title = g_strdup_printf (_ ("Show All %d"), (int) count);

      make_activatable (self, results, relance_row_group_add (results->group, title, NULL),
                        G_CALLBACK (all_activated_cb));
    }
  relance_row_group_end (results->group);
  gtk_widget_set_visible (GTK_WIDGET (results->group), count > 0);
}

static gboolean
is_answered (RelanceSearchPage *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->results); i++)
    if (relance_paged_list_get_ids (self->results[i].list) == NULL)
      return FALSE;
  return TRUE;
}

static void
counted_cb (RelanceSearchPage *self)
{
  guint count = 0;

  if (self->words == NULL || !is_answered (self))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (self->results); i++)
    {
      show_results (self, &self->results[i]);
      count += relance_paged_list_get_ids (self->results[i].list)->len;
    }
  gtk_stack_set_visible_child_name (self->stack, count > 0 ? "results" : "nothing");
  if (self->opening)
    open_first (self);
}

static void
failed_cb (RelanceSearchPage *self, const GError *error)
{
  g_autofree char *sentence = relance_wording_error (error);
  g_autofree char *text = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (self->trouble, text);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

static void
ask (Results *results, const char *words)
{
  gpointer query = results->kind->make_query (words);

  relance_paged_list_set_query (results->list, query);
  results->kind->reader->free_query (query);
}

static void
search_changed_cb (RelanceSearchPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (g_strcmp0 (text, self->words != NULL ? self->words : "") == 0)
    return;
  self->opening = FALSE;
  g_set_str (&self->words, *text != '\0' ? text : NULL);
  if (self->words == NULL)
    gtk_stack_set_visible_child_name (self->stack, "words");
  else
    for (gsize i = 0; i < G_N_ELEMENTS (self->results); i++)
      ask (&self->results[i], self->words);
}

/* Enter, perhaps before it is known what the words find. */
static void
search_activated_cb (RelanceSearchPage *self)
{
  search_changed_cb (self);
  if (self->words == NULL)
    return;
  self->opening = TRUE;
  if (is_answered (self))
    open_first (self);
}

static void
search_stopped_cb (RelanceSearchPage *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (RELANCE_SEARCH_PAGE (widget)->search));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  search_stopped_cb (RELANCE_SEARCH_PAGE (widget));
  return GDK_EVENT_STOP;
}

static void
relance_search_page_dispose (GObject *object)
{
  RelanceSearchPage *self = RELANCE_SEARCH_PAGE (object);

  for (gsize i = 0; i < G_N_ELEMENTS (self->results); i++)
    g_clear_object (&self->results[i].list);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->words, g_free);
  G_OBJECT_CLASS (relance_search_page_parent_class)->dispose (object);

  /* The parent lets go of its child first: a bound child is not taken from under it. */
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_SEARCH_PAGE);
}

static void
relance_search_page_class_init (RelanceSearchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_search_page_dispose;
  signals[LEFT] = g_signal_new ("left", RELANCE_TYPE_SEARCH_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (RELANCE_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceSearchPage, search);
  gtk_widget_class_bind_template_child (widget_class, RelanceSearchPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RelanceSearchPage, clients);
  gtk_widget_class_bind_template_child (widget_class, RelanceSearchPage, invoices);
  gtk_widget_class_bind_template_child (widget_class, RelanceSearchPage, trouble);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
relance_search_page_init (RelanceSearchPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_kind (RelanceSearchPage *self,
          Results *results,
          const RelanceFound *kind,
          RelanceRowGroup *group)
{
  results->kind = kind;
  results->group = group;
  results->list = relance_paged_list_new (self->desk, kind->reader);
  g_signal_connect_object (results->list, "counted", G_CALLBACK (counted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (results->list, "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);
}

AdwNavigationPage *
relance_search_page_new (RelanceDesk *desk)
{
  RelanceSearchPage *self;

  g_return_val_if_fail (RELANCE_IS_DESK (desk), NULL);

  self = g_object_new (RELANCE_TYPE_SEARCH_PAGE, NULL);
  self->desk = g_object_ref (desk);
  add_kind (self, &self->results[0], &relance_found_clients, self->clients);
  add_kind (self, &self->results[1], &relance_found_invoices, self->invoices);
  return ADW_NAVIGATION_PAGE (self);
}

/* Forgets what was looked for before. */
void
relance_search_page_start (RelanceSearchPage *self)
{
  g_return_if_fail (RELANCE_IS_SEARCH_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
