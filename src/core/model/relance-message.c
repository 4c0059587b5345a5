/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-message.h"

G_DEFINE_FINAL_TYPE (RelanceMessage, relance_message, G_TYPE_OBJECT)

static void
clear_file (RelanceMessageFile *file)
{
  g_free (file->name);
  g_free (file->media_type);
  g_bytes_unref (file->content);
}

static void
relance_message_finalize (GObject *object)
{
  RelanceMessage *self = RELANCE_MESSAGE (object);

  g_free (self->id);
  g_free (self->client_name);
  g_free (self->to);
  g_free (self->to_name);
  g_free (self->from);
  g_free (self->from_name);
  g_free (self->reply_to);
  g_free (self->subject);
  g_free (self->text);
  g_free (self->html);
  g_free (self->message_id);
  g_free (self->provider);
  g_free (self->account_id);
  g_clear_pointer (&self->request, g_bytes_unref);
  g_array_unref (self->debts);
  g_array_unref (self->files);
  g_free (self->reason);
  g_free (self->detail);
  g_free (self->provider_reference);
  g_free (self->time_zone);

  G_OBJECT_CLASS (relance_message_parent_class)->finalize (object);
}

static void
relance_message_class_init (RelanceMessageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_message_finalize;
}

static void
relance_message_init (RelanceMessage *self)
{
  self->state = RELANCE_MESSAGE_APPROVED;
  self->debts = g_array_new (FALSE, TRUE, sizeof (RelanceMessageDebt));
  g_array_set_clear_func (self->debts, (GDestroyNotify) relance_message_debt_clear);
  self->files = g_array_new (FALSE, TRUE, sizeof (RelanceMessageFile));
  g_array_set_clear_func (self->files, (GDestroyNotify) clear_file);
}

/**
 * relance_message_new:
 *
 * Returns: (transfer full): a message to be filled
 */
RelanceMessage *
relance_message_new (void)
{
  return g_object_new (RELANCE_TYPE_MESSAGE, NULL);
}

/**
 * relance_message_debt_clear:
 * @debt: a debt whose content is let go, but not its memory
 */
void
relance_message_debt_clear (RelanceMessageDebt *debt)
{
  g_clear_pointer (&debt->number, g_free);
}

/**
 * relance_message_dup_numbers:
 *
 * Returns: (transfer full): the numbers of its invoices, "F-042, F-045"
 */
char *
relance_message_dup_numbers (RelanceMessage *self)
{
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < self->debts->len; i++)
    g_string_append_printf (numbers, "%s%s", i > 0 ? ", " : "",
                            g_array_index (self->debts, RelanceMessageDebt, i).number);

  return g_string_free_and_steal (numbers);
}
