/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"
#include "relance-enums.h"

G_BEGIN_DECLS

/**
 * RelanceLetterValue:
 *
 * What a letter may say at a name: a text, a flag, a number, an amount, a date, a dictionary of
 * more names, or a list. Amounts and dates are written in words when a letter first asks for them:
 * most letters ask for few of those they could. For one thread at a time.
 */
typedef struct _RelanceLetterValue RelanceLetterValue;

RelanceLetterValue *relance_letter_value_new_dictionary (void);
RelanceLetterValue *relance_letter_value_new_list       (void);
RelanceLetterValue *relance_letter_value_new_text       (const char               *text);
RelanceLetterValue *relance_letter_value_new_flag       (gboolean                  flag);
RelanceLetterValue *relance_letter_value_new_number     (gint64                    number);
void                relance_letter_value_append         (RelanceLetterValue       *list,
                                                         RelanceLetterValue       *item);
gboolean            relance_letter_value_is_true        (const RelanceLetterValue *self);
const char         *relance_letter_value_get_text       (RelanceLetterValue       *self);
GPtrArray          *relance_letter_value_get_items      (RelanceLetterValue       *self);
guint               relance_letter_value_hash_key       (const char               *key);
RelanceLetterValue *relance_letter_value_find           (RelanceLetterValue       *self,
                                                         const char               *key,
                                                         guint                     hash);
void                relance_letter_value_free           (RelanceLetterValue       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceLetterValue, relance_letter_value_free)

/* What is added to a dictionary; each key is kept as it is, static or interned. */

const char *relance_letter_get_locale        (RelanceLanguage     language);
void        relance_letter_values_add        (RelanceLetterValue *dict,
                                              const char         *key,
                                              RelanceLetterValue *value);
void        relance_letter_values_add_text   (RelanceLetterValue *dict,
                                              const char         *key,
                                              const char         *value);
void        relance_letter_values_add_flag   (RelanceLetterValue *dict,
                                              const char         *key,
                                              gboolean            value);
void        relance_letter_values_add_number (RelanceLetterValue *dict,
                                              const char         *key,
                                              gint64              value);
void        relance_letter_values_add_money  (RelanceLetterValue *dict,
                                              const char         *key,
                                              gint64              amount,
                                              const char         *currency,
                                              RelanceLanguage     language);
void        relance_letter_values_add_date   (RelanceLetterValue *dict,
                                              const char         *key,
                                              RelanceDate         date,
                                              RelanceLanguage     language);

G_END_DECLS
