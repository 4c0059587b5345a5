/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "relance-date.h"

G_BEGIN_DECLS

/**
 * CliOption:
 * @name: with its two dashes
 * @value: (nullable): what stands for its value in the help; a flag has none
 * @repeated: whether it may be given several times
 * @help: a sentence, not yet translated
 */
typedef struct
{
  const char *name;
  const char *value;
  gboolean    repeated;
  const char *help;
} CliOption;

/* What was typed after the name of a command. */
typedef struct _CliArguments CliArguments;

CliArguments *cli_arguments_parse      (const CliOption     *options,
                                        char               **words,
                                        int                  min_names,
                                        int                  max_names,
                                        GError             **error);
void          cli_arguments_free       (CliArguments        *self);
int           cli_arguments_get_n      (const CliArguments  *self);
const char   *cli_arguments_get_name   (const CliArguments  *self,
                                        int                  index);
gboolean      cli_arguments_has        (const CliArguments  *self,
                                        const char          *option);
const char   *cli_arguments_get        (const CliArguments  *self,
                                        const char          *option);
GPtrArray    *cli_arguments_get_all    (const CliArguments  *self,
                                        const char          *option);
gboolean      cli_arguments_read_int   (const CliArguments  *self,
                                        const char          *option,
                                        int                  min,
                                        int                  max,
                                        int                 *value,
                                        GError             **error);
gboolean      cli_arguments_read_nick  (const CliArguments  *self,
                                        const char          *option,
                                        GType                type,
                                        int                 *value,
                                        GError             **error);
gboolean      cli_arguments_read_date  (const CliArguments  *self,
                                        const char          *option,
                                        RelanceDate         *date,
                                        GError             **error);
gboolean      cli_arguments_check_pairs (const CliArguments *self,
                                         int                 first,
                                         gboolean          (*is_key) (const char *key),
                                         GError            **error);
gboolean      cli_split_pair (const char          *text,
                                        char               **key,
                                        char               **value,
                                        GError             **error);

gboolean      cli_blame_pair (GError             **error,
                                        const char          *key,
                                        const char          *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliArguments, cli_arguments_free)

G_END_DECLS
