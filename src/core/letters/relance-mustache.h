/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-letter-values.h"
#include "relance-letters-error.h"

G_BEGIN_DECLS

/**
 * RelanceEscape:
 * @RELANCE_ESCAPE_TEXT: a value stays on one line: its control characters become spaces
 * @RELANCE_ESCAPE_HTML: `&`, `<`, `>`, `"` and `'` become entities
 *
 * What happens to a value at `{{name}}`. `{{{name}}}` and `{{&name}}` copy it as it is.
 */
typedef enum
{
  RELANCE_ESCAPE_TEXT = 1,
  RELANCE_ESCAPE_HTML,
} RelanceEscape;

/**
 * RelanceMustache:
 *
 * A template that was read: the logic-less subset of Mustache (variables,
 * sections, inverted sections, lists, dotted names, the implicit iterator,
 * partials and comments). Other delimiters are refused.
 */
typedef struct _RelanceMustache RelanceMustache;

/* Returns: (transfer full) (nullable): the template of the part `{{>name}}`; %NULL when there is
 * none. A name holds no "/" and no space. */
typedef char *(* RelanceMustachePartFunc) (const char *name,
                                           gpointer    data);

/* @part: (nullable): the part that the name stands in, on line @line of it; %NULL for the template
 * itself. */
typedef void (* RelanceMustacheNameFunc)  (const char *name,
                                           const char *part,
                                           guint       line,
                                           gpointer    data);

RelanceMustache *relance_mustache_parse         (const char               *template,
                                                 RelanceMustachePartFunc   find_part,
                                                 gpointer                  data,
                                                 GError                  **error);
char            *relance_mustache_render        (RelanceMustache          *self,
                                                 RelanceLetterValue       *context,
                                                 RelanceEscape             escape,
                                                 GError                  **error);
void             relance_mustache_foreach_name  (RelanceMustache          *self,
                                                 RelanceMustacheNameFunc   func,
                                                 gpointer                  data);
void             relance_mustache_free          (RelanceMustache          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceMustache, relance_mustache_free)

G_END_DECLS
