/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-upkeep.h"

#include "relance-backups.h"
#include "relance-purge.h"
#include "relance-wording.h"

#include <glib/gi18n.h>

struct _RelanceUpkeep
{
  GObject parent_instance;

  RelanceDesk *desk; /* NULL once it was stopped */
  gboolean told_of_backup;
  gboolean told_of_purge;
};

G_DEFINE_FINAL_TYPE (RelanceUpkeep, relance_upkeep, G_TYPE_OBJECT)

enum
{
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gpointer
keep_daily (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  relance_backups_daily (book, error);
  return NULL;
}

/* A step is a change of the book, after which the next one is asked for. */
static gpointer
purge (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  gboolean more;

  relance_purge_step (book, &more, error);
  return NULL;
}

/* Once is enough: it is tried again at every change. */
static void
tell_of_failure (RelanceUpkeep *self, gboolean *told, const char *format, const GError *error)
{
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;

  if (*told)
    return;

  *told = TRUE;
  sentence = relance_wording_error (error);
  text = g_strdup_printf (format, sentence);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, text);
}

static void
purged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceUpkeep) self = user_data;
  g_autoptr (GError) error = NULL;

  relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (error != NULL && self->desk != NULL)
    /* Translators: %s is a sentence that says why */
    tell_of_failure (self, &self->told_of_purge,
                     _ ("What was removed long ago could not be deleted for good. %s"), error);
}

/* Nothing is deleted for good that no snapshot holds. */
static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceUpkeep) self = user_data;
  g_autoptr (GError) error = NULL;

  relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (self->desk == NULL)
    return;

  if (error != NULL)
    /* Translators: %s is a sentence that says why */
    tell_of_failure (self, &self->told_of_backup,
                     _ ("Today’s snapshot of the book could not be kept. %s"), error);
  else
    relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, purge, NULL, NULL, NULL, NULL, purged_cb,
                            g_object_ref (self));
}

static void
relance_upkeep_dispose (GObject *object)
{
  relance_upkeep_stop (RELANCE_UPKEEP (object));

  G_OBJECT_CLASS (relance_upkeep_parent_class)->dispose (object);
}

static void
relance_upkeep_class_init (RelanceUpkeepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_upkeep_dispose;

  signals[SIGNAL_FAILED] = g_signal_new ("failed", RELANCE_TYPE_UPKEEP, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
relance_upkeep_init (RelanceUpkeep *self)
{
}

/**
 * relance_upkeep_new:
 * @desk: a desk whose book is open
 */
RelanceUpkeep *
relance_upkeep_new (RelanceDesk *desk)
{
  RelanceUpkeep *self = g_object_new (RELANCE_TYPE_UPKEEP, NULL);

  self->desk = g_object_ref (desk);
  return self;
}

/* To be called again at every change of the book. */
void
relance_upkeep_run (RelanceUpkeep *self)
{
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, keep_daily, NULL, NULL, NULL, NULL,
                          kept_cb, g_object_ref (self));
}

/* What is under way ends in silence. */
void
relance_upkeep_stop (RelanceUpkeep *self)
{
  g_clear_object (&self->desk);
}
