/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-toaster.h"

#include "relance-invoices.h"
#include "relance-wording.h"

#include <glib/gi18n.h>

#define UNDO_SECONDS 10

struct _RelanceToaster
{
  GObject parent_instance;

  /* Owned */
  RelanceDesk *desk;

  /* Weak */
  AdwToastOverlay *overlay;

  /* State */
  gint64 last_change; /* what Undo takes back, or 0 */
};

G_DEFINE_FINAL_TYPE (RelanceToaster, relance_toaster, G_TYPE_OBJECT)

enum
{
  UNDO_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static AdwToast *
make_toast (const char *text)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);
  return toast;
}

static void
set_last_change (RelanceToaster *self, gint64 change)
{
  self->last_change = change;
  g_signal_emit (self, signals[UNDO_CHANGED], 0);
}

static gpointer
undo (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  const gint64 *change = request;

  relance_changes_undo (book, *change, error);
  return NULL;
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceToaster) self = data;
  g_autoptr (GError) error = NULL;

  relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (error)
    relance_toaster_tell_error (self, error);
  else
    relance_toaster_tell (self, _ ("Taken back"));
}

static void
undo_clicked_cb (RelanceToaster *self, AdwToast *toast)
{
  const gint64 *change = g_object_get_data (G_OBJECT (toast), "change");

  relance_toaster_undo (self, *change);
}

static void
relance_toaster_dispose (GObject *object)
{
  RelanceToaster *self = RELANCE_TOASTER (object);

  g_clear_weak_pointer (&self->overlay);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (relance_toaster_parent_class)->dispose (object);
}

static void
relance_toaster_class_init (RelanceToasterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_toaster_dispose;

  signals[UNDO_CHANGED] = g_signal_new ("undo-changed", RELANCE_TYPE_TOASTER, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
relance_toaster_init (RelanceToaster *self)
{
}

/**
 * relance_toaster_new:
 * @overlay: where toasts are shown; without it, they are not
 */
RelanceToaster *
relance_toaster_new (AdwToastOverlay *overlay)
{
  RelanceToaster *self = g_object_new (RELANCE_TYPE_TOASTER, NULL);

  g_set_weak_pointer (&self->overlay, overlay);
  return self;
}

/* Of another book, whose changes are other ones. */
void
relance_toaster_set_desk (RelanceToaster *self, RelanceDesk *desk)
{
  g_set_object (&self->desk, desk);
  set_last_change (self, 0);
}

/**
 * relance_toaster_add:
 * @toast: (transfer full): a toast of somebody's own
 */
void
relance_toaster_add (RelanceToaster *self, AdwToast *toast)
{
  if (self->overlay)
    adw_toast_overlay_add_toast (self->overlay, toast);
  else
    g_object_unref (toast);
}

void
relance_toaster_tell (RelanceToaster *self, const char *text)
{
  relance_toaster_add (self, make_toast (text));
}

void
relance_toaster_tell_until_read (RelanceToaster *self, const char *text)
{
  AdwToast *toast = make_toast (text);

  adw_toast_set_timeout (toast, 0);
  relance_toaster_add (self, toast);
}

/* What the user cancelled went as wished and is not said. */
void
relance_toaster_tell_error (RelanceToaster *self, const GError *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = relance_wording_error (error);
  relance_toaster_tell (self, sentence);
}

/**
 * relance_toaster_tell_undo:
 * @change: what Undo takes back
 */
void
relance_toaster_tell_undo (RelanceToaster *self, const char *text, gint64 change)
{
  AdwToast *toast = make_toast (text);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  /* What was done last is what Undo is looked for; an earlier toast comes back after it. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data_full (G_OBJECT (toast), "change", g_memdup2 (&change, sizeof change), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  set_last_change (self, change);
  relance_toaster_add (self, toast);
}

/**
 * relance_toaster_undo:
 * @change: what to take back
 */
void
relance_toaster_undo (RelanceToaster *self, gint64 change)
{
  g_return_if_fail (change != 0);

  if (change == self->last_change)
    set_last_change (self, 0);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, undo, g_memdup2 (&change, sizeof change),
                          g_free, NULL, NULL, undone_cb, g_object_ref (self));
}

void
relance_toaster_undo_last (RelanceToaster *self)
{
  if (self->last_change != 0)
    relance_toaster_undo (self, self->last_change);
}

gboolean
relance_toaster_can_undo (RelanceToaster *self)
{
  return self->last_change != 0;
}
