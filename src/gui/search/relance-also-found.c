/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "search/relance-also-found.h"

#include "relance-paged-list.h"

struct _RelanceAlsoFound
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkLabel *label;

  RelancePagedList *list;
  const RelanceFound *kind;
  char *words;

  gboolean opening; /* as soon as it is known what was found */
};

G_DEFINE_FINAL_TYPE (RelanceAlsoFound, relance_also_found, GTK_TYPE_WIDGET)

static gpointer
get_first (RelanceAlsoFound *self)
{
  g_autoptr (RelancePlace) place = g_list_model_get_item (G_LIST_MODEL (self->list), 0);

  return place != NULL ? relance_place_get_record (place) : NULL;
}

static void
open_found (RelanceAlsoFound *self)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));
  gpointer first = get_first (self);

  if (window == NULL || first == NULL)
    return;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 1)
    self->kind->open (window, first);
  else
    self->kind->list (window, self->words);
}

static void
counted_cb (RelanceAlsoFound *self)
{
  gpointer first = get_first (self);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), self->words != NULL && first != NULL);
  if (self->words == NULL || first == NULL)
    return;
  text = self->kind->dup_count (relance_paged_list_get_ids (self->list)->len, first);
  gtk_label_set_label (self->label, text);
  if (self->opening)
    relance_also_found_open (self);
}

static void
relance_also_found_dispose (GObject *object)
{
  RelanceAlsoFound *self = RELANCE_ALSO_FOUND (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->list);
  g_clear_pointer (&self->words, g_free);
  G_OBJECT_CLASS (relance_also_found_parent_class)->dispose (object);
}

static void
relance_also_found_class_init (RelanceAlsoFoundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_also_found_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
relance_also_found_init (RelanceAlsoFound *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (content),
                  g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), content);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (open_found), self,
                           G_CONNECT_SWAPPED);
}

void
relance_also_found_set_kind (RelanceAlsoFound *self, RelanceDesk *desk, const RelanceFound *kind)
{
  g_return_if_fail (RELANCE_IS_ALSO_FOUND (self));

  self->kind = kind;
  self->list = relance_paged_list_new (desk, kind->reader);
  g_signal_connect_object (self->list, "counted", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
}

/* @words: (nullable): as they were typed */
void
relance_also_found_ask (RelanceAlsoFound *self, const char *words)
{
  gpointer query;

  g_return_if_fail (RELANCE_IS_ALSO_FOUND (self));

  self->opening = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_set_str (&self->words, words);
  if (words == NULL)
    return;
  query = self->kind->make_query (words);
  relance_paged_list_set_query (self->list, query);
  self->kind->reader->free_query (query);
}

/* Leads to what was found, once it is known. */
void
relance_also_found_open (RelanceAlsoFound *self)
{
  g_return_if_fail (RELANCE_IS_ALSO_FOUND (self));

  self->opening = self->words != NULL && relance_paged_list_get_ids (self->list) == NULL;
  if (self->words != NULL && !self->opening)
    open_found (self);
}
