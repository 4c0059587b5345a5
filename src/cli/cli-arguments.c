/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-arguments.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli-error.h"
#include "relance-enums.h"

struct _CliArguments
{
  GPtrArray *names;   /* owned text, in order */
  GHashTable *values; /* option name -> GPtrArray of text; empty for a flag */
};

static const CliOption *
find_option (const CliOption *options, const char *word, size_t length)
{
  for (const CliOption *option = options; option && option->name; option++)
    if (strlen (option->name) == length && strncmp (option->name, word, length) == 0)
      return option;
  return NULL;
}

/* "-" is standard input and "-5" is a number: only the rest are options. */
static gboolean
looks_like_option (const char *word)
{
  return word[0] == '-' && word[1] != '\0' && !g_ascii_isdigit (word[1]);
}

static gboolean
add_option (CliArguments *self, const CliOption *option, const char *value, GError **error)
{
  GPtrArray *values = g_hash_table_lookup (self->values, option->name);

  if (values && !option->repeated)
    {
      /* Translators: %s is an option such as --limit */
      g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("%s is given twice."), option->name);
      return FALSE;
    }
  if (!values)
    {
      values = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->values, (char *) option->name, values);
    }
  if (value)
    g_ptr_array_add (values, g_strdup (value));
  return TRUE;
}

/* Takes the option at *@word and leaves *@word on the last word it used. */
static gboolean
read_option (CliArguments *self, const CliOption *options, char ***word, GError **error)
{
  const char *text = **word;
  const char *equal = strchr (text, '=');
  size_t length = equal ? (size_t) (equal - text) : strlen (text);
  const CliOption *option = find_option (options, text, length);
  const char *value = equal ? equal + 1 : NULL;

  if (!option)
    {
      g_autofree char *name = g_strndup (text, length);
      /* Translators: %s is an option such as --limit */
      g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("There is no option %s here."), name);
      return FALSE;
    }
  if (option->value && !value)
    value = *++*word;
  if (option->value && !value)
    {
      --*word;
      /* Translators: %s is an option such as --limit */
      g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("%s lacks its value."), option->name);
      return FALSE;
    }
  if (!option->value && value)
    {
      /* Translators: %s is an option such as --dry-run */
      g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("%s takes no value."), option->name);
      return FALSE;
    }
  return add_option (self, option, value, error);
}

static gboolean
check_count (const CliArguments *self, int min_names, int max_names, GError **error)
{
  int n = (int) self->names->len;

  if (n < min_names)
    {
      g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("Something is missing here."));
      return FALSE;
    }
  if (max_names >= 0 && n > max_names)
    {
      /* Translators: %s is a word of the command line */
      g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("“%s” is one word too many."),
                   cli_arguments_get_name (self, max_names));
      return FALSE;
    }
  return TRUE;
}

/**
 * cli_arguments_parse:
 * @options: (nullable): what the command knows, ended by an empty one
 * @words: (array zero-terminated=1): what follows the command's name
 * @max_names: -1 for any number
 *
 * Sorts @words into options and names (all that is no option). Strict: an
 * unknown option, a missing or spare word is a usage error. "--" ends options.
 */
CliArguments *
cli_arguments_parse (const CliOption *options,
                     char **words,
                     int min_names,
                     int max_names,
                     GError **error)
{
  g_autoptr (CliArguments) self = g_new0 (CliArguments, 1);
  gboolean literal = FALSE;

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->values =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (char **word = words; *word; word++)
    {
      if (!literal && strcmp (*word, "--") == 0)
        literal = TRUE;
      else if (literal || !looks_like_option (*word))
        g_ptr_array_add (self->names, g_strdup (*word));
      else if (!read_option (self, options, &word, error))
        return NULL;
    }
  if (!check_count (self, min_names, max_names, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
cli_arguments_free (CliArguments *self)
{
  if (!self)
    return;
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->values);
  g_free (self);
}

int
cli_arguments_get_n (const CliArguments *self)
{
  return (int) self->names->len;
}

/* The name at @index, or NULL when there are not so many. */
const char *
cli_arguments_get_name (const CliArguments *self, int index)
{
  return index < (int) self->names->len ? g_ptr_array_index (self->names, index) : NULL;
}

gboolean
cli_arguments_has (const CliArguments *self, const char *option)
{
  return g_hash_table_contains (self->values, option);
}

const char *
cli_arguments_get (const CliArguments *self, const char *option)
{
  GPtrArray *values = g_hash_table_lookup (self->values, option);

  return values && values->len > 0 ? g_ptr_array_index (values, 0) : NULL;
}

/* Every value of a repeated option, or NULL when it was not given. */
GPtrArray *
cli_arguments_get_all (const CliArguments *self, const char *option)
{
  return g_hash_table_lookup (self->values, option);
}

/* Leaves *@value as it is when @option was not given; so do the two below. */
gboolean
cli_arguments_read_int (const CliArguments *self,
                        const char *option,
                        int min,
                        int max,
                        int *value,
                        GError **error)
{
  const char *text = cli_arguments_get (self, option);
  gint64 number;

  if (!text)
    return TRUE;
  if (!g_ascii_string_to_signed (text, 10, min, max, &number, NULL))
    {
      /* Translators: an option such as --limit, the lowest and the highest number it takes */
      g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("%s takes a number from %d to %d."),
                   option, min, max);
      return FALSE;
    }
  *value = (int) number;
  return TRUE;
}

static char *
list_nicks (GType type)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (type);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < words->n_values; i++)
    g_string_append_printf (list, "%s%s", i ? ", " : "", words->values[i].value_nick);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

gboolean
cli_arguments_read_nick (const CliArguments *self,
                         const char *option,
                         GType type,
                         int *value,
                         GError **error)
{
  const char *text = cli_arguments_get (self, option);
  g_autofree char *nicks = NULL;

  if (!text)
    return TRUE;
  *value = relance_enum_from_nick (type, text);
  if (*value != 0)
    return TRUE;
  nicks = list_nicks (type);
  /* Translators: an option such as --tone, then the words that it takes */
  g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("%s takes one of: %s."), option, nicks);
  return FALSE;
}

gboolean
cli_arguments_read_date (const CliArguments *self,
                         const char *option,
                         RelanceDate *date,
                         GError **error)
{
  const char *text = cli_arguments_get (self, option);

  if (!text)
    return TRUE;
  *date = relance_date_parse_iso (text);
  if (*date != RELANCE_DATE_NONE)
    return TRUE;
  /* Translators: an option such as --due, then what was typed */
  g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
               _ ("%s takes a date that exists, such as 2026-11-24; “%s” is none."), option, text);
  return FALSE;
}

/* Splits KEY=VALUE; the value may be empty and may hold further “=”. */
gboolean
cli_split_pair (const char *text, char **key, char **value, GError **error)
{
  const char *equal = strchr (text, '=');

  if (!equal || equal == text)
    {
      /* Translators: %s is what was typed */
      g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("“%s” is not KEY=VALUE."), text);
      return FALSE;
    }
  *key = g_strndup (text, (size_t) (equal - text));
  *value = g_strdup (equal + 1);
  return TRUE;
}

/* One command takes several pairs: says which one a service refused. */
gboolean
cli_blame_pair (GError **error, const char *key, const char *value)
{
  g_autofree char *why = g_steal_pointer (&(*error)->message);

  /* Translators: what was typed, for which key, and a sentence that says why not:
   * “x@” for email: This is not exactly one mail address. */
  (*error)->message = g_strdup_printf (_ ("“%s” for %s: %s"), value, key, why);
  return FALSE;
}

/* Whether every name from the @first on is KEY=VALUE with a key that @is_key knows. */
gboolean
cli_arguments_check_pairs (const CliArguments *self,
                           int first,
                           gboolean (*is_key) (const char *key),
                           GError **error)
{
  for (int i = first; i < cli_arguments_get_n (self); i++)
    {
      g_autofree char *key = NULL;
      g_autofree char *value = NULL;

      if (!cli_split_pair (cli_arguments_get_name (self, i), &key, &value, error))
        return FALSE;
      if (!is_key (key))
        {
          /* Translators: %s is a word that was typed before “=” */
          g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("There is nothing called “%s” here."),
                       key);
          return FALSE;
        }
    }
  return TRUE;
}
