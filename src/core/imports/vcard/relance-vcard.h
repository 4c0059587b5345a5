/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a card is about. */
typedef enum
{
  RELANCE_CARD_PERSON = 1,
  RELANCE_CARD_ORGANISATION,
  RELANCE_CARD_GROUP, /* a list of other cards */
  RELANCE_CARD_OTHER, /* a place, a device… */
} RelanceCardKind;

/**
 * RelanceCardEntry:
 * @value: an address or a number, as it is written
 * @type: "work", "home", "cell", "fax", "pager" or ""
 */
typedef struct
{
  char       *value;
  const char *type;
} RelanceCardEntry;

/**
 * RelanceCard:
 * @line: where it starts in the file, from 1
 * @reason: (nullable): why the card is refused, an English word: "cut" (it does not end),
 *   "no-name", "control" or "too-long"
 * @name: the formatted name, else what can be said instead: never "" in a card that is taken
 * @organisation: without its departments
 * @title: what the person does, or the role
 * @honorific: such as "Mme" or "Dr"
 * @emails: (element-type RelanceCardEntry): each exactly one address, the preferred first
 * @phones: (element-type RelanceCardEntry): likewise
 * @refused_email: (nullable): the first that stands for an address and is not exactly one
 * @street: the lines above the postcode, with commas between
 * @country: as it is written
 * @note: may have several lines
 * @language: (nullable): a tag such as "fr" or "en-GB"
 *
 * One contact as a file says it. A string is %NULL where the file says nothing.
 */
typedef struct
{
  int              line;
  const char      *reason;
  RelanceCardKind  kind;
  char            *name;
  char            *organisation;
  char            *title;
  char            *first_name;
  char            *last_name;
  char            *honorific;
  GArray          *emails;
  GArray          *phones;
  char            *refused_email;
  char            *street;
  char            *postcode;
  char            *city;
  char            *region;
  char            *country;
  char            *url;
  char            *note;
  char            *language;
} RelanceCard;

gboolean   relance_vcard_is_vcard (GBytes        *bytes);
GPtrArray *relance_vcard_read     (GBytes        *bytes,
                                   GCancellable  *cancellable,
                                   GError       **error);

G_END_DECLS
