/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-values.h"

#include "relance-money.h"

#include <string.h>

typedef enum
{
  KIND_TEXT,
  KIND_FLAG,
  KIND_NUMBER,
  KIND_MONEY,
  KIND_DATE,
  KIND_DICTIONARY,
  KIND_LIST,
} Kind;

typedef struct
{
  const char *key;
  guint hash;
  RelanceLetterValue *value;
} Member;

struct _RelanceLetterValue
{
  Kind kind;
  RelanceLanguage language; /* of an amount or a date */
  char currency[4];
  gint64 number;    /* the flag, number, minor units or date */
  char *text;       /* of a text; of the others once they were asked for it */
  GArray *members;  /* of Member, of a dictionary */
  GPtrArray *items; /* of RelanceLetterValue, of a list */
};

static RelanceLetterValue *
value_new (Kind kind)
{
  RelanceLetterValue *self = g_new0 (RelanceLetterValue, 1);

  self->kind = kind;
  return self;
}

static void
clear_member (Member *member)
{
  relance_letter_value_free (member->value);
}

/**
 * relance_letter_value_new_dictionary:
 *
 * Returns: (transfer full): names and what is at them; none yet
 */
RelanceLetterValue *
relance_letter_value_new_dictionary (void)
{
  RelanceLetterValue *self = value_new (KIND_DICTIONARY);

  self->members = g_array_sized_new (FALSE, FALSE, sizeof (Member), 24);
  g_array_set_clear_func (self->members, (GDestroyNotify) clear_member);
  return self;
}

/**
 * relance_letter_value_new_list:
 *
 * Returns: (transfer full): an empty list
 */
RelanceLetterValue *
relance_letter_value_new_list (void)
{
  RelanceLetterValue *self = value_new (KIND_LIST);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_letter_value_free);
  return self;
}

/**
 * relance_letter_value_new_text:
 * @text: (nullable): nothing is as false in a section as an empty text
 */
RelanceLetterValue *
relance_letter_value_new_text (const char *text)
{
  RelanceLetterValue *self = value_new (KIND_TEXT);

  self->text = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
  return self;
}

RelanceLetterValue *
relance_letter_value_new_flag (gboolean flag)
{
  RelanceLetterValue *self = value_new (KIND_FLAG);

  self->number = flag;
  return self;
}

RelanceLetterValue *
relance_letter_value_new_number (gint64 number)
{
  RelanceLetterValue *self = value_new (KIND_NUMBER);

  self->number = number;
  return self;
}

/**
 * relance_letter_value_append:
 * @item: (transfer full)
 */
void
relance_letter_value_append (RelanceLetterValue *list, RelanceLetterValue *item)
{
  g_ptr_array_add (list->items, item);
}

/**
 * relance_letter_value_is_true:
 *
 * Returns: whether a section shows what is in it: no for a flag that is down, an empty text, no
 *   date and an empty list; 0 is a value to show
 */
gboolean
relance_letter_value_is_true (const RelanceLetterValue *self)
{
  switch (self->kind)
    {
    case KIND_TEXT:
      return self->text != NULL;
    case KIND_FLAG:
      return self->number != 0;
    case KIND_DATE:
      return self->number != RELANCE_DATE_NONE;
    case KIND_LIST:
      return self->items->len > 0;
    case KIND_NUMBER:
    case KIND_MONEY:
    case KIND_DICTIONARY:
    default:
      return TRUE;
    }
}

static char *
write_text (const RelanceLetterValue *self)
{
  const char *locale = relance_letter_get_locale (self->language);

  switch (self->kind)
    {
    case KIND_FLAG:
      return g_strdup (self->number != 0 ? "true" : "false");
    case KIND_NUMBER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, self->number);
    case KIND_MONEY:
      return relance_money_format (self->number, self->currency, locale);
    case KIND_DATE:
      return relance_letter_value_is_true (self)
               ? relance_date_format ((RelanceDate) self->number, locale)
               : NULL;
    case KIND_TEXT:
    case KIND_DICTIONARY:
    case KIND_LIST:
    default:
      return NULL;
    }
}

/**
 * relance_letter_value_get_text:
 *
 * Returns: (transfer none): what stands in the letter for it; "" for a dictionary or a list
 */
const char *
relance_letter_value_get_text (RelanceLetterValue *self)
{
  if (self->text == NULL)
    self->text = write_text (self);

  return self->text != NULL ? self->text : "";
}

/**
 * relance_letter_value_get_items:
 *
 * Returns: (transfer none) (nullable) (element-type RelanceLetterValue): what is in a list; %NULL
 *   when it is none
 */
GPtrArray *
relance_letter_value_get_items (RelanceLetterValue *self)
{
  return self->items;
}

/**
 * relance_letter_value_hash_key:
 *
 * Returns: what relance_letter_value_find() compares first; a template has it ready for its names
 */
guint
relance_letter_value_hash_key (const char *key)
{
  return g_str_hash (key);
}

/**
 * relance_letter_value_find:
 * @hash: relance_letter_value_hash_key() of @key
 *
 * Returns: (transfer none) (nullable): what is at @key in a dictionary, of two the first; %NULL for
 *   no such name, or when it is no dictionary
 */
RelanceLetterValue *
relance_letter_value_find (RelanceLetterValue *self, const char *key, guint hash)
{
  if (self->kind != KIND_DICTIONARY)
    return NULL;

  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = &g_array_index (self->members, Member, i);

      if (member->hash == hash && strcmp (member->key, key) == 0)
        return member->value;
    }

  return NULL;
}

void
relance_letter_value_free (RelanceLetterValue *self)
{
  g_free (self->text);
  g_clear_pointer (&self->members, g_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

/**
 * relance_letter_get_locale:
 *
 * Returns: (transfer none): the locale in which a letter writes amounts and dates
 */
const char *
relance_letter_get_locale (RelanceLanguage language)
{
  return language == RELANCE_LANGUAGE_FR ? "fr" : "en_GB";
}

/**
 * relance_letter_values_add:
 * @key: static or interned
 * @value: (transfer full)
 */
void
relance_letter_values_add (RelanceLetterValue *dict, const char *key, RelanceLetterValue *value)
{
  Member member = { key, relance_letter_value_hash_key (key), value };

  g_array_append_val (dict->members, member);
}

/**
 * relance_letter_values_add_text:
 * @value: (nullable): nothing is as false in a section as an empty text
 */
void
relance_letter_values_add_text (RelanceLetterValue *dict, const char *key, const char *value)
{
  relance_letter_values_add (dict, key, relance_letter_value_new_text (value));
}

void
relance_letter_values_add_flag (RelanceLetterValue *dict, const char *key, gboolean value)
{
  relance_letter_values_add (dict, key, relance_letter_value_new_flag (value));
}

void
relance_letter_values_add_number (RelanceLetterValue *dict, const char *key, gint64 value)
{
  relance_letter_values_add (dict, key, relance_letter_value_new_number (value));
}

/**
 * relance_letter_values_add_money:
 * @amount: minor units
 */
void
relance_letter_values_add_money (RelanceLetterValue *dict,
                                 const char *key,
                                 gint64 amount,
                                 const char *currency,
                                 RelanceLanguage language)
{
  RelanceLetterValue *value = value_new (KIND_MONEY);

  value->number = amount;
  value->language = language;
  g_strlcpy (value->currency, currency, sizeof value->currency);
  relance_letter_values_add (dict, key, value);
}

/**
 * relance_letter_values_add_date:
 * @date: or %RELANCE_DATE_NONE for nothing
 */
void
relance_letter_values_add_date (RelanceLetterValue *dict,
                                const char *key,
                                RelanceDate date,
                                RelanceLanguage language)
{
  RelanceLetterValue *value = value_new (KIND_DATE);

  value->number = date;
  value->language = language;
  relance_letter_values_add (dict, key, value);
}
