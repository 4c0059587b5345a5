/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-dispatch.h"

#include "messages/relance-message-row.h"
#include "relance-outbox.h"
#include "relance-sitting.h"
#include "relance-window.h"
#include "relance-words.h"

#include <glib/gi18n.h>

struct _RelanceDispatch
{
  GObject parent_instance;

  RelanceDesk *desk;
  AdwToast *toast;

  AdwToastOverlay *overlay; /* weak */

  gint64 undone_client_id;
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (RelanceDispatch, relance_dispatch, G_TYPE_OBJECT)

enum
{
  SIGNAL_ANSWERED,
  SIGNAL_APPROVED,
  SIGNAL_TAKEN_BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tell_error (RelanceDispatch *self, const GError *error)
{
  RelanceWindow *window = self->overlay != NULL ? relance_window_of (GTK_WIDGET (self->overlay))
                                                : NULL;

  if (window != NULL)
    relance_window_tell_error (window, error);
}

static void
taken_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceDispatch) self = user_data;
  g_autoptr (GError) error = NULL;

  relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (error != NULL)
    {
      tell_error (self, error);
      return;
    }

  relance_desk_wake_outbox (self->desk);
  g_signal_emit (self, signals[SIGNAL_TAKEN_BACK], 0, self->undone_client_id);
}

static void
undo_clicked_cb (RelanceDispatch *self, AdwToast *toast)
{
  RelanceMessage *message = g_object_get_data (G_OBJECT (toast), "message");

  self->undone_client_id = message->client_id;
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_sitting_take_back,
                          g_strdup (message->id), g_free, NULL, NULL, taken_back_cb,
                          g_object_ref (self));
}

static char *
describe_departure (RelanceDispatch *self, RelanceMessage *message)
{
  RelanceClock *clock = relance_desk_get_clock (self->desk);
  gint64 wait = message->not_before - relance_clock_get_now (clock);
  g_autofree char *moment = NULL;

  if (wait <= RELANCE_UNDO_SECONDS)
    {
      /* Translators: %d is a number of seconds. */
      return g_strdup_printf (
        ngettext ("Leaves in %d second", "Leaves in %d seconds", RELANCE_UNDO_SECONDS),
        RELANCE_UNDO_SECONDS);
    }

  moment =
    relance_message_row_dup_moment (message, message->not_before, relance_clock_get_today (clock));
  /* Translators: %s is a moment, such as “tomorrow at 9:00”. */
  return g_strdup_printf (_ ("Leaves %s"), moment);
}

/* One Undo at a time: an older one may still be taken back in the outbox. */
static void
offer_undo (RelanceDispatch *self, RelanceMessage *message)
{
  g_autofree char *text = describe_departure (self, message);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_object (&self->toast);
  if (self->overlay == NULL)
    return;

  self->toast = g_object_ref_sink (adw_toast_new (text));
  adw_toast_set_timeout (self->toast, RELANCE_UNDO_SECONDS);
  adw_toast_set_button_label (self->toast, _ ("_Undo"));
  adw_toast_set_priority (self->toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data_full (G_OBJECT (self->toast), "message", g_object_ref (message),
                          g_object_unref);
  g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (undo_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->overlay, g_object_ref (self->toast));
}

static void
approved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceDispatch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceMessage) message = NULL;

  message = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (message != NULL)
    {
      relance_desk_wake_outbox (self->desk);
      offer_undo (self, message);
    }
  else
    tell_error (self, error);

  self->busy = FALSE;
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
  if (message != NULL)
    g_signal_emit (self, signals[SIGNAL_APPROVED], 0, message->client_id);
}

static void
relance_dispatch_dispose (GObject *object)
{
  RelanceDispatch *self = RELANCE_DISPATCH (object);

  g_clear_weak_pointer (&self->overlay);
  g_clear_object (&self->toast);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (relance_dispatch_parent_class)->dispose (object);
}

static void
relance_dispatch_class_init (RelanceDispatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_dispatch_dispose;

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", RELANCE_TYPE_DISPATCH, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_APPROVED] = g_signal_new ("approved", RELANCE_TYPE_DISPATCH, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_TAKEN_BACK] = g_signal_new ("taken-back", RELANCE_TYPE_DISPATCH, G_SIGNAL_RUN_LAST,
                                             0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
relance_dispatch_init (RelanceDispatch *self)
{
}

/**
 * relance_dispatch_new:
 * @overlay: where Undo is offered: above Send, which stays free for the next letter
 */
RelanceDispatch *
relance_dispatch_new (RelanceDesk *desk, AdwToastOverlay *overlay)
{
  RelanceDispatch *self = g_object_new (RELANCE_TYPE_DISPATCH, NULL);

  self->desk = g_object_ref (desk);
  g_set_weak_pointer (&self->overlay, overlay);
  return self;
}

/* One draft at a time: a second Send waits for the answer to the first. */
gboolean
relance_dispatch_is_busy (RelanceDispatch *self)
{
  return self->busy;
}

void
relance_dispatch_send (RelanceDispatch *self, const RelanceDraft *draft)
{
  g_return_if_fail (!self->busy);

  self->busy = TRUE;
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_sitting_approve,
                          relance_draft_copy (draft), (GDestroyNotify) relance_draft_free,
                          g_object_unref, NULL, approved_cb, g_object_ref (self));
}
