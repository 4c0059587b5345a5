/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-withdrawals.h"

#include "relance-outbox.h"
#include "relance-wording-message.h"

#include <glib/gi18n.h>

struct _RelanceWithdrawals
{
  GObject parent_instance;

  RelanceDesk *desk;
  GStrv waiting; /* ids of what had not left when we last looked */
  GCancellable *looking;
};

G_DEFINE_FINAL_TYPE (RelanceWithdrawals, relance_withdrawals, G_TYPE_OBJECT)

enum
{
  SIGNAL_WITHDRAWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a look finds. */
typedef struct
{
  GStrv waiting;
  GPtrArray *withdrawn; /* RelanceMessage */
} Look;

static void
free_look (Look *look)
{
  g_strfreev (look->waiting);
  g_clear_pointer (&look->withdrawn, g_ptr_array_unref);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, free_look)

static GStrv
collect_ids (GPtrArray *messages)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < messages->len; i++)
    g_strv_builder_add (ids, ((RelanceMessage *) messages->pdata[i])->id);
  return g_strv_builder_end (ids);
}

/* Of the others the user decided, and knows. */
static gboolean
was_stopped (RelanceMessage *message)
{
  return message->state == RELANCE_MESSAGE_WITHDRAWN &&
         g_strcmp0 (message->reason, "taken-back") != 0 &&
         g_strcmp0 (message->reason, "user-says-not-sent") != 0;
}

static gpointer
look (RelanceBook *book, gpointer known, GCancellable *cancellable, GError **error)
{
  g_autoptr (Look) found = g_new0 (Look, 1);
  g_autoptr (GPtrArray) here = relance_outbox_list (book, FALSE, error);
  GStrv ids = known;

  if (here == NULL)
    return NULL;

  found->waiting = collect_ids (here);
  found->withdrawn = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autoptr (RelanceMessage) message = NULL;

      if (g_strv_contains ((const char *const *) found->waiting, ids[i]))
        continue;

      message = relance_outbox_get (book, ids[i], error);
      if (message == NULL)
        return NULL;
      if (was_stopped (message))
        g_ptr_array_add (found->withdrawn, g_steal_pointer (&message));
    }

  return g_steal_pointer (&found);
}

static void
tell_withdrawn (RelanceWithdrawals *self, RelanceMessage *message)
{
  g_autofree char *reason = relance_wording_message_reason (message);
  g_autofree char *text = NULL;

  if (reason == NULL)
    return;

  /* Translators: the first %s is a client, the second why the reminder was withdrawn. */
  text = g_strdup_printf (C_ ("notice", "%1$s · %2$s"), message->client_name, reason);
  g_signal_emit (self, signals[SIGNAL_WITHDRAWN], 0, text);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceWithdrawals) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Look) found = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  /* The outbox page says what is wrong when the book cannot be read. */
  if (found == NULL)
    return;

  g_strfreev (self->waiting);
  self->waiting = g_steal_pointer (&found->waiting);
  for (guint i = 0; i < found->withdrawn->len; i++)
    tell_withdrawn (self, found->withdrawn->pdata[i]);
}

static void
outbox_changed_cb (RelanceWithdrawals *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  self->looking = g_cancellable_new ();
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, look, g_strdupv (self->waiting),
                          (GDestroyNotify) g_strfreev, (GDestroyNotify) free_look, self->looking,
                          looked_cb, g_object_ref (self));
}

static void
relance_withdrawals_dispose (GObject *object)
{
  RelanceWithdrawals *self = RELANCE_WITHDRAWALS (object);

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->waiting, g_strfreev);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (relance_withdrawals_parent_class)->dispose (object);
}

static void
relance_withdrawals_class_init (RelanceWithdrawalsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_withdrawals_dispose;

  signals[SIGNAL_WITHDRAWN] = g_signal_new ("withdrawn", RELANCE_TYPE_WITHDRAWALS,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                            G_TYPE_STRING);
}

static void
relance_withdrawals_init (RelanceWithdrawals *self)
{
}

/**
 * relance_withdrawals_new:
 * @desk: a desk whose book is open
 *
 * Returns: (transfer full): looks for the first time at once
 */
RelanceWithdrawals *
relance_withdrawals_new (RelanceDesk *desk)
{
  RelanceWithdrawals *self = g_object_new (RELANCE_TYPE_WITHDRAWALS, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "outbox-changed", G_CALLBACK (outbox_changed_cb), self,
                           G_CONNECT_SWAPPED);
  outbox_changed_cb (self);
  return self;
}
