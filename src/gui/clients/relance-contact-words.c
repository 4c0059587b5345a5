/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-contact-words.h"

/* A number is read as one: it is not broken at the end of a line. */
static char *
keep_together (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strjoinv ("\u00a0", words);
}

/**
 * relance_contact_words_name:
 *
 * Returns: (transfer full): the name, or whatever else is known first
 */
char *
relance_contact_words_name (const RelanceContact *contact)
{
  const char *known[] = { contact->first_name, contact->last_name, contact->role, contact->email,
                          contact->phone };

  if (contact->first_name != NULL && contact->last_name != NULL)
    return g_strdup_printf ("%s %s", contact->first_name, contact->last_name);
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i] != NULL)
      return g_strdup (known[i]);

  return g_strdup ("");
}

/**
 * relance_contact_words_join:
 * @role: (nullable): what the person does there
 *
 * Returns: (transfer full): what is known of the three
 */
char *
relance_contact_words_join (const char *role, const char *email, const char *phone)
{
  g_autofree char *number = phone != NULL ? keep_together (phone) : NULL;
  const char *parts[4] = { NULL };
  int n_parts = 0;

  if (role != NULL)
    parts[n_parts++] = role;
  if (email != NULL)
    parts[n_parts++] = email;
  if (number != NULL)
    parts[n_parts++] = number;

  return g_strjoinv (" · ", (char **) parts);
}
