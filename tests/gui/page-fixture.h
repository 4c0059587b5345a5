/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-clients.h"
#include "relance-desk.h"
#include "relance-invoices.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#define PAGE_FIXTURE_TODAY "2026-11-22"

/* A desk on a book of its own, for a page that is shown without the rest of the program. */
typedef struct
{
  char *folder;
  char *path;
  RelanceClock *clock;
  RelanceDesk *desk;
  gboolean opened;
} PageFixture;

static inline void
page_fixture_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PageFixture *self = data;
  g_autoptr (GError) error = NULL;

  self->opened = relance_desk_open_finish (self->desk, result, &error);
  g_assert_no_error (error);
}

/* @fill: what to put into the book first. */
static inline void
page_fixture_set_up (PageFixture *self, void (*fill) (RelanceBook *book))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceBook) book = NULL;

  self->folder = g_dir_make_tmp ("relance-page-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "book.db", NULL);
  self->clock = relance_clock_new_fixed (relance_date_parse_iso (PAGE_FIXTURE_TODAY), 600);
  book = relance_book_open (self->path, TRUE, self->clock, &error);
  g_assert_no_error (error);
  fill (book);
  g_clear_object (&book);

  self->opened = FALSE;
  self->desk = relance_desk_new (self->clock);
  relance_desk_open_async (self->desk, self->path, NULL, page_fixture_opened_cb, self);
  while (!self->opened)
    g_main_context_iteration (NULL, TRUE);
}

static inline void
page_fixture_tear_down (PageFixture *self)
{
  static const char *const names[] = { "book.db", "book.db-wal", "book.db-shm", "book.db-lock",
                                       "book.db.lock" };

  relance_desk_close (self->desk);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&self->desk);
  g_clear_object (&self->clock);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->folder, g_free);
}

/* Returns: (transfer full): the book as another reader and writer sees it */
static inline RelanceBook *
page_fixture_open_book (PageFixture *self)
{
  g_autoptr (GError) error = NULL;
  RelanceBook *book = relance_book_open (self->path, FALSE, self->clock, &error);

  g_assert_no_error (error);
  return book;
}

/* Adds an invoice, and a client of that name when there is none. Returns its id. */
static inline gint64
page_fixture_add (RelanceBook *book,
                  const char *client,
                  const char *number,
                  gint64 total,
                  const char *due)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClient) known = relance_clients_find (book, client, NULL);
  g_autoptr (RelanceInvoice) invoice = relance_invoice_new ();
  gint64 id;

  if (known != NULL)
    invoice->client_id = known->id;
  else
    {
      g_autoptr (RelanceClient) added = relance_client_new_for_book (book, client, &error);

      g_assert_no_error (error);
      invoice->client_id = relance_clients_save (book, added, NULL, &error);
      g_assert_no_error (error);
    }
  invoice->number = g_strdup (number);
  invoice->total = total;
  g_strlcpy (invoice->currency, "EUR", sizeof invoice->currency);
  invoice->due = relance_date_parse_iso (due);
  invoice->issued = invoice->due - 30;
  id = relance_invoices_save (book, invoice, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static inline void
page_fixture_pay (RelanceBook *book, gint64 invoice, gint64 amount, const char *date)
{
  g_autoptr (GError) error = NULL;

  relance_payments_add (book, invoice, amount, relance_date_parse_iso (date), "transfer", NULL,
                        &error);
  g_assert_no_error (error);
}

/* A part of @widget's template, or of that of what it is a kind of. */
static inline gpointer
page_fixture_get_part (gpointer widget, const char *name)
{
  for (GType type = G_OBJECT_TYPE (widget); type != GTK_TYPE_WIDGET; type = g_type_parent (type))
    {
      GObject *part = gtk_widget_get_template_child (widget, type, name);

      if (part != NULL)
        return part;
    }
  g_error ("there is no part %s", name);
}

/* Waits until a stack of @widget's template shows @child. */
static inline void
page_fixture_wait (gpointer widget, const char *stack, const char *child)
{
  GtkStack *pages = page_fixture_get_part (widget, stack);

  while (g_strcmp0 (gtk_stack_get_visible_child_name (pages), child) != 0)
    g_main_context_iteration (NULL, TRUE);
}

/* The first widget of @type below @parent that is titled or labelled @text. */
static inline GtkWidget *
page_fixture_find (GtkWidget *parent, GType type, const char *property, const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *value = NULL;
      GtkWidget *found;

      if (G_TYPE_CHECK_INSTANCE_TYPE (child, type))
        g_object_get (child, property, &value, NULL);
      if (g_strcmp0 (value, text) == 0)
        return child;
      found = page_fixture_find (child, type, property, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Saves what @widget looks like where RELANCE_PICTURES says, if it says so. */
static inline void
page_fixture_save_picture (GtkWidget *widget, const char *name)
{
  const char *folder = g_getenv ("RELANCE_PICTURES");
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;

  path = g_build_filename (folder, name, NULL);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)),
                                         node, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}
