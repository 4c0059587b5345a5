/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-place.h"

struct _RelancePlace
{
  GObject parent_instance;

  GObject *record;
  RelanceDate today;
  GQueue watches; /* RelancePlaceWatch, each with a link of its own */
};

G_DEFINE_FINAL_TYPE (RelancePlace, relance_place, G_TYPE_OBJECT)

#define PROP_RECORD 1

static GParamSpec *record_property;

static void
relance_place_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RelancePlace *self = RELANCE_PLACE (object);

  if (id == PROP_RECORD)
    g_value_set_object (value, self->record);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
relance_place_finalize (GObject *object)
{
  g_clear_object (&RELANCE_PLACE (object)->record);
  G_OBJECT_CLASS (relance_place_parent_class)->finalize (object);
}

static void
relance_place_class_init (RelancePlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = relance_place_get_property;
  object_class->finalize = relance_place_finalize;

  record_property = g_param_spec_object ("record", NULL, NULL, G_TYPE_OBJECT,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_RECORD, record_property);
}

static void
relance_place_init (RelancePlace *self)
{
  self->today = RELANCE_DATE_NONE;
  g_queue_init (&self->watches);
}

/**
 * relance_place_get_record:
 *
 * Returns: (transfer none) (nullable): what is at this place, %NULL while it is being read
 */
gpointer
relance_place_get_record (RelancePlace *self)
{
  g_return_val_if_fail (RELANCE_IS_PLACE (self), NULL);

  return self->record;
}

/**
 * relance_place_get_today:
 *
 * Returns: the day that the state of the record was derived for
 */
RelanceDate
relance_place_get_today (RelancePlace *self)
{
  g_return_val_if_fail (RELANCE_IS_PLACE (self), RELANCE_DATE_NONE);

  return self->today;
}

/**
 * relance_place_watch:
 * @watch: stays the caller's, who takes it away before it or @self goes
 *
 * Has @watch called whenever the record is another one.
 */
void
relance_place_watch (RelancePlace *self, RelancePlaceWatch *watch)
{
  g_return_if_fail (RELANCE_IS_PLACE (self));

  watch->link.data = watch;
  g_queue_push_tail_link (&self->watches, &watch->link);
}

void
relance_place_unwatch (RelancePlace *self, RelancePlaceWatch *watch)
{
  g_return_if_fail (RELANCE_IS_PLACE (self));

  g_queue_unlink (&self->watches, &watch->link);
}

/**
 * relance_place_set:
 * @record: (nullable): what is at this place now
 * @today: the day that its state was derived for
 */
void
relance_place_set (RelancePlace *self, GObject *record, RelanceDate today)
{
  /* The record last: whoever listens to it finds the right day. */
  self->today = today;
  if (!g_set_object (&self->record, record))
    return;

  for (GList *link = self->watches.head, *next; link != NULL; link = next)
    {
      RelancePlaceWatch *watch = link->data;

      next = link->next;
      watch->changed (watch->data);
    }
  g_object_notify_by_pspec (G_OBJECT (self), record_property);
}
