/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-template-work.h"

#include "relance-clients.h"
#include "relance-letter-files.h"
#include "relance-own-letters.h"
#include "relance-reminders.h"

/* More than anybody chooses from to look at a letter. */
#define MAX_CLIENTS 50

gpointer
relance_template_list (RelanceBook *book,
                       gpointer nothing,
                       GCancellable *cancellable,
                       GError **error)
{
  return relance_letters_list (book, error);
}

static gboolean
has_client (GPtrArray *clients, gint64 id)
{
  for (guint i = 0; i < clients->len; i++)
    if (((RelanceClient *) g_ptr_array_index (clients, i))->id == id)
      return TRUE;

  return FALSE;
}

static void
add_client (GPtrArray *clients, RelanceClient *client)
{
  if (clients->len < MAX_CLIENTS && !has_client (clients, client->id))
    g_ptr_array_add (clients, g_object_ref (client));
}

gpointer
relance_template_clients (RelanceBook *book,
                          gpointer nothing,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GPtrArray) clients = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) due = relance_reminders_due (book, error);
  g_autoptr (GPtrArray) all = due != NULL ? relance_clients_list (book, NULL, MAX_CLIENTS, error)
                                          : NULL;

  if (all == NULL)
    return NULL;

  for (guint i = 0; i < due->len; i++)
    add_client (clients, ((RelanceDue *) g_ptr_array_index (due, i))->client);
  for (guint i = 0; i < all->len; i++)
    add_client (clients, g_ptr_array_index (all, i));
  return g_steal_pointer (&clients);
}

gpointer
relance_template_try (RelanceBook *book,
                      gpointer request,
                      GCancellable *cancellable,
                      GError **error)
{
  return relance_letter_trial_run (book, request, error);
}

/* A letter of which nothing is saved is the original; what is typed comes last, for saving forgets
 * it. */
gpointer
relance_template_put (RelanceBook *book,
                      gpointer template_words,
                      GCancellable *cancellable,
                      GError **error)
{
  const RelanceTemplateWords *words = template_words;
  gboolean done = words->own != NULL
                    ? relance_own_letters_set (book, words->name, words->own, error)
                    : relance_own_letters_reset (book, words->name, error);

  if (done && words->typed != NULL)
    relance_own_letters_keep_typed (book, words->name, words->typed, error);
  return NULL;
}

gpointer
relance_template_keep_typed (RelanceBook *book,
                             gpointer template_words,
                             GCancellable *cancellable,
                             GError **error)
{
  const RelanceTemplateWords *words = template_words;

  if (words->typed != NULL)
    relance_own_letters_keep_typed (book, words->name, words->typed, error);
  else
    relance_own_letters_forget_typed (book, words->name, error);
  return NULL;
}

gpointer
relance_template_export (RelanceBook *book,
                         gpointer folder,
                         GCancellable *cancellable,
                         GError **error)
{
  return relance_letter_files_export (book, folder, error);
}

gpointer
relance_template_import (RelanceBook *book,
                         gpointer folder,
                         GCancellable *cancellable,
                         GError **error)
{
  return relance_letter_files_import (book, folder, error);
}

/**
 * relance_template_words_new:
 * @own: (nullable): what is saved; %NULL for the original
 * @typed: (nullable): what is typed and not saved
 */
RelanceTemplateWords *
relance_template_words_new (const char *name, const char *own, const char *typed)
{
  RelanceTemplateWords *self = g_new0 (RelanceTemplateWords, 1);

  self->name = g_strdup (name);
  self->own = g_strdup (own);
  self->typed = g_strdup (typed);
  return self;
}

void
relance_template_words_free (RelanceTemplateWords *self)
{
  g_free (self->name);
  g_free (self->own);
  g_free (self->typed);
  g_free (self);
}
