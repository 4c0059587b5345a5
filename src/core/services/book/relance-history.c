/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-clients.h"
#include "relance-invoices.h"

#include "relance-history-words.h"
#include "relance-money.h"
#include "relance-store-history.h"
#include "relance-terms-words.h"
#include "relance-wording.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

static const char *
get_field_name (const char *field)
{
  static const struct
  {
    const char *field;
    const char *name;
  } names[] = {
    { "name", NC_ ("what was corrected", "name") },
    { "kind", NC_ ("what was corrected", "kind") },
    { "tone", NC_ ("what was corrected", "tone") },
    { "address", NC_ ("what was corrected", "vous or tu") },
    { "language", NC_ ("what was corrected", "language") },
    { "title", NC_ ("what was corrected", "title") },
    { "first_name", NC_ ("what was corrected", "first name") },
    { "last_name", NC_ ("what was corrected", "last name") },
    { "email", NC_ ("what was corrected", "mail address") },
    { "phone", NC_ ("what was corrected", "phone") },
    { "street", NC_ ("what was corrected", "street") },
    { "postcode", NC_ ("what was corrected", "postcode") },
    { "city", NC_ ("what was corrected", "city") },
    { "country", NC_ ("what was corrected", "country") },
    { "siren", NC_ ("what was corrected", "SIREN") },
    { "siret", NC_ ("what was corrected", "SIRET") },
    { "vat", NC_ ("what was corrected", "VAT number") },
    { "iban", NC_ ("what was corrected", "IBAN") },
    { "time_zone", NC_ ("what was corrected", "time zone") },
    { "hours_from", NC_ ("what was corrected", "start of hours") },
    { "hours_to", NC_ ("what was corrected", "end of hours") },
    { "terms", NC_ ("what was corrected", "payment terms") },
    { "code", NC_ ("what was corrected", "account") },
    { "notes", NC_ ("what was corrected", "notes") },
    { "excluded", NC_ ("what was corrected", "no reminders") },
    { "excluded_until", NC_ ("what was corrected", "no reminders until") },
    { "plan", NC_ ("what was corrected", "reminder plan") },
    { "own_plan", NC_ ("what was corrected", "reminder plan of your own") },
    { "situation", NC_ ("what was corrected", "situation") },
    { "situation_reason", NC_ ("what was corrected", "why that situation") },
    { "archived", NC_ ("what was corrected", "archived") },
    { "number", NC_ ("what was corrected", "number") },
    { "issued", NC_ ("what was corrected", "date of issue") },
    { "due", NC_ ("what was corrected", "due date") },
    { "currency", NC_ ("what was corrected", "currency") },
    { "total", NC_ ("what was corrected", "total") },
    { "label", NC_ ("what was corrected", "label") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].field, field))
      return g_dpgettext2 (GETTEXT_PACKAGE, "what was corrected", names[i].name);
  return NULL;
}

static char *
format_date (const char *text)
{
  RelanceDate date = relance_date_parse_iso (text);

  return date != RELANCE_DATE_NONE ? relance_date_format_short (date, NULL) : g_strdup (text);
}

static char *
format_terms (const char *text)
{
  RelanceTerms terms = { 0 };

  return relance_terms_parse (text, &terms) ? relance_terms_words_name (&terms) : g_strdup (text);
}

static char *
format_hour (const char *text)
{
  int minutes = atoi (text);

  return g_strdup_printf ("%d:%02d", minutes / 60, minutes % 60);
}

/* A value as the book stores it, for people. */
static char *
format_value (const char *field, const char *value, const char *currency)
{
  if (value == NULL)
    return g_strdup (C_ ("a value that is not there", "none"));
  if (g_str_equal (field, "issued") || g_str_equal (field, "due") ||
      g_str_equal (field, "excluded_until"))
    return format_date (value);
  if (g_str_equal (field, "terms"))
    return format_terms (value);
  if (g_str_equal (field, "hours_from") || g_str_equal (field, "hours_to"))
    return format_hour (value);
  if (g_str_equal (field, "archived"))
    return g_strdup (g_str_equal (value, "1") ? C_ ("a client is archived", "yes")
                                              : C_ ("a client is archived", "no"));
  if (g_str_equal (field, "total"))
    return relance_money_format (g_ascii_strtoll (value, NULL, 10), currency, NULL);
  if (g_str_equal (field, "kind"))
    return g_strdup (relance_wording_kind (relance_enum_from_nick (RELANCE_TYPE_KIND, value)));
  if (g_str_equal (field, "tone"))
    return g_strdup (relance_wording_tone (relance_enum_from_nick (RELANCE_TYPE_TONE, value)));
  if (g_str_equal (field, "plan"))
    return g_strdup (relance_wording_plan (relance_enum_from_nick (RELANCE_TYPE_RHYTHM, value)));
  if (g_str_equal (field, "situation"))
    return g_strdup (
      relance_wording_situation (relance_enum_from_nick (RELANCE_TYPE_SITUATION, value)));
  if (g_str_equal (field, "language"))
    return g_strdup (
      relance_wording_language (relance_enum_from_nick (RELANCE_TYPE_LANGUAGE, value)));
  if (g_str_equal (field, "title"))
    return g_strdup (relance_wording_title (relance_enum_from_nick (RELANCE_TYPE_TITLE, value)));
  return g_strdup (value);
}

static char *
describe_correction (const RelanceCorrection *correction, const char *currency)
{
  const char *name = get_field_name (correction->field);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (name == NULL)
    return NULL;
  before = format_value (correction->field, correction->before, currency);
  after = format_value (correction->field, correction->after, currency);
  /* Translators: what was corrected, what it was, what it is: “due date: 1 Dec 2026 → 15 Dec 2026”. */
  return g_strdup_printf (_ ("%s: %s → %s"), name, before, after);
}

/* Every value that a change corrected on a client ("client") or an invoice ("invoice"). */
static char *
describe_edit (RelanceStore *store,
               const RelanceDeed *deed,
               const char *entity,
               gint64 entity_id,
               const char *currency,
               GError **error)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autoptr (GPtrArray) corrections = NULL;
  g_auto (GStrv) list = NULL;
  g_autofree char *all = NULL;

  corrections = relance_store_list_corrections (store, deed->change, entity, entity_id, error);
  if (corrections == NULL)
    return NULL;
  for (guint i = 0; i < corrections->len; i++)
    {
      char *part = describe_correction (g_ptr_array_index (corrections, i), currency);

      if (part != NULL)
        g_strv_builder_take (parts, part);
    }
  list = g_strv_builder_end (parts);
  all = g_strjoinv ("; ", list);
  if (deed->imported)
    /* Translators: the name of a file, then what its import corrected: “total: 10 € → 12 €”. */
    return g_strdup_printf (_ ("Corrected by the import of %s. %s"), deed->detail, all);
  /* Translators: %s is what was corrected: “total: 10 € → 12 €; label: none → Logo”. */
  return g_strdup_printf (_ ("Corrected. %s"), all);
}

static char *
describe_import (const RelanceDeed *deed)
{
  if (deed->undone)
    /* Translators: %s is the name of a file. */
    return g_strdup_printf (_ ("Import of %s undone"), deed->detail);
  if (deed->n_invoices > 0)
    /* Translators: the name of a file, and how many invoices of this client came from it. */
    return g_strdup_printf (
      ngettext ("Import of %s: %d invoice", "Import of %s: %d invoices", deed->n_invoices),
      deed->detail, deed->n_invoices);
  /* Translators: %s is the name of a file. */
  return g_strdup_printf (_ ("Import of %s"), deed->detail);
}

static const char *
get_plain_format (const RelanceDeed *deed)
{
  switch (deed->what)
    {
    case RELANCE_CHANGE_CLIENT_ADDED:
      return deed->undone ? _ ("Addition of “%s” undone") : _ ("“%s” added");
    case RELANCE_CHANGE_CLIENT_EDITED:
    case RELANCE_CHANGE_INVOICE_EDITED:
      return deed->undone ? _ ("Correction of “%s” undone") : _ ("“%s” corrected");
    case RELANCE_CHANGE_CLIENT_REMOVED:
      return deed->undone ? _ ("“%s” brought back") : _ ("“%s” removed");
    case RELANCE_CHANGE_CLIENTS_MERGED:
      return deed->undone ? _ ("Merge of “%s” into this client undone")
                          : _ ("“%s” merged into this client");
    case RELANCE_CHANGE_CLIENT_ERASED:
      return _ ("Personal data of “%s” erased");
    case RELANCE_CHANGE_CONTACT_ADDED:
      return deed->undone ? _ ("Addition of contact “%s” undone") : _ ("Contact “%s” added");
    case RELANCE_CHANGE_CONTACT_EDITED:
      return deed->undone ? _ ("Correction of contact “%s” undone") : _ ("Contact “%s” corrected");
    case RELANCE_CHANGE_CONTACT_REMOVED:
      return deed->undone ? _ ("Contact “%s” brought back") : _ ("Contact “%s” removed");
    case RELANCE_CHANGE_INVOICE_ADDED:
      return deed->undone ? _ ("Addition of invoice %s undone") : _ ("Invoice %s added");
    case RELANCE_CHANGE_INVOICE_REMOVED:
      return deed->undone ? _ ("Invoice %s brought back") : _ ("Invoice %s removed");
    case RELANCE_CHANGE_INVOICE_EXCLUDED:
      return deed->undone ? _ ("Reminders of invoice %s as before")
                          : _ ("Reminders of invoice %s changed");
    case RELANCE_CHANGE_INVOICE_REPLACED:
      return deed->undone ? _ ("Replacement by invoice %s undone") : _ ("Replaced by invoice %s");
    case RELANCE_CHANGE_INSTALMENTS_SET:
      return deed->undone ? _ ("Instalments of invoice %s as before")
                          : _ ("Instalments of invoice %s changed");
    case RELANCE_CHANGE_DOCUMENT_ADDED:
      /* Translators: each %s is the name of a file. */
      return deed->undone ? _ ("Attaching of %s undone") : _ ("%s attached");
    case RELANCE_CHANGE_DOCUMENT_REMOVED:
      /* Translators: each %s is the name of a file. */
      return deed->undone ? _ ("%s attached again") : _ ("%s no longer attached");
    default:
      return NULL;
    }
}

static char *
describe_plainly (const RelanceDeed *deed)
{
  const char *format = get_plain_format (deed);

  if (format == NULL)
    return describe_import (deed);
  return g_strdup_printf (format, deed->detail);
}

/* The English word for programs. */
static const char *
get_word (const RelanceDeed *deed)
{
  switch (deed->what)
    {
    case RELANCE_CHANGE_PAYMENT_ADDED:
      return deed->undone ? "payment-removed" : "payment";
    case RELANCE_CHANGE_PAYMENT_REMOVED:
      return deed->undone ? "restored" : "payment-removed";
    case RELANCE_CHANGE_PAYMENT_ALLOCATED:
      return deed->undone ? "restored" : "allocated";
    case RELANCE_CHANGE_CREDIT_NOTE_ADDED:
      return deed->undone ? "payment-removed" : "credit-note";
    case RELANCE_CHANGE_WRITTEN_OFF:
      return deed->undone ? "restored" : "written-off";
    case RELANCE_CHANGE_INSTALMENTS_SET:
      return deed->undone ? "restored" : "instalments";
    case RELANCE_CHANGE_INVOICE_EXCLUDED:
      return deed->undone ? "restored" : "excluded";
    case RELANCE_CHANGE_INVOICE_REPLACED:
      return deed->undone ? "restored" : "replaced";
    case RELANCE_CHANGE_DOCUMENT_ADDED:
      return deed->undone ? "document-removed" : "document";
    case RELANCE_CHANGE_DOCUMENT_REMOVED:
      return deed->undone ? "restored" : "document-removed";
    case RELANCE_CHANGE_CLIENT_REMOVED:
    case RELANCE_CHANGE_INVOICE_REMOVED:
      return deed->undone ? "restored" : "removed";
    case RELANCE_CHANGE_CLIENT_EDITED:
    case RELANCE_CHANGE_INVOICE_EDITED:
    case RELANCE_CHANGE_CONTACT_EDITED:
      return deed->undone ? "restored" : "edited";
    case RELANCE_CHANGE_CONTACT_REMOVED:
      return deed->undone ? "restored" : "removed";
    case RELANCE_CHANGE_EXCHANGE_ADDED:
      return deed->undone ? "exchange-removed" : "exchange";
    case RELANCE_CHANGE_CLIENTS_MERGED:
      return deed->undone ? "restored" : "merged";
    case RELANCE_CHANGE_CLIENT_ERASED:
      return "erased";
    default:
      if (deed->undone)
        return "removed";
      return deed->imported ? "imported" : "added";
    }
}

static gboolean
is_edit (const RelanceDeed *deed, const char *entity)
{
  return !deed->undone &&
         deed->what == (g_str_equal (entity, "client") ? RELANCE_CHANGE_CLIENT_EDITED
                                                       : RELANCE_CHANGE_INVOICE_EDITED);
}

/* "1 Dec 2026: 50 €; 1 Jan 2027: 50 €" */
static char *
describe_schedule (RelanceStore *store,
                   const RelanceDeed *deed,
                   gint64 invoice_id,
                   const char *currency,
                   GError **error)
{
  g_autoptr (GArray)
    schedule = relance_store_list_schedule (store, invoice_id, deed->change, error);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *all = NULL;

  if (schedule == NULL)
    return NULL;
  for (guint i = 0; i < schedule->len; i++)
    {
      const RelanceInstalment *instalment = &g_array_index (schedule, RelanceInstalment, i);
      g_autofree char *date = relance_date_format_short (instalment->due, NULL);
      g_autofree char *amount = relance_money_format (instalment->amount, currency, NULL);

      /* Translators: a due date, and what is due then: “1 Dec 2026: 50 €”. */
      g_strv_builder_take (parts, g_strdup_printf (C_ ("instalment", "%s: %s"), date, amount));
    }
  list = g_strv_builder_end (parts);
  all = g_strjoinv ("; ", list);
  /* Translators: %s is a list such as “1 Dec 2026: 50 €; 1 Jan 2027: 50 €”. */
  return g_strdup_printf (_ ("New instalments. %s"), all);
}

static const char *
find_correction (GPtrArray *corrections, const char *field)
{
  for (guint i = 0; i < corrections->len; i++)
    {
      const RelanceCorrection *correction = g_ptr_array_index (corrections, i);

      if (g_str_equal (correction->field, field))
        return correction->after != NULL ? correction->after : "";
    }
  return NULL;
}

/* Of reason and day, only what changed is noted. */
static char *
describe_exclusion (RelanceStore *store, const RelanceDeed *deed, gint64 invoice_id, GError **error)
{
  g_autoptr (GPtrArray) corrections =
    relance_store_list_corrections (store, deed->change, "invoice", invoice_id, error);
  const char *reason, *until;
  g_autofree char *day = NULL;

  if (corrections == NULL)
    return NULL;
  reason = find_correction (corrections, "excluded");
  until = find_correction (corrections, "excluded_until");
  if (reason != NULL && *reason == '\0')
    return g_strdup (_ ("No longer left out of reminders"));
  day = until != NULL && *until != '\0' ? format_date (until) : NULL;
  if (reason != NULL && day != NULL)
    /* Translators: a date, and why somebody wants no reminder until then. */
    return g_strdup_printf (_ ("Left out of reminders until %s: %s"), day, reason);
  if (reason != NULL)
    /* Translators: %s is why somebody wants no reminder. */
    return g_strdup_printf (_ ("Left out of reminders: %s"), reason);
  if (day != NULL)
    /* Translators: %s is a date. */
    return g_strdup_printf (_ ("Left out of reminders until %s"), day);
  return g_strdup (_ ("Left out of reminders for good"));
}

static char *
describe_deed (RelanceStore *store,
               const RelanceDeed *deed,
               const char *entity,
               gint64 entity_id,
               const char *currency,
               GError **error)
{
  gboolean is_invoice = g_str_equal (entity, "invoice");
  char *words = relance_history_words_payment (deed, is_invoice);

  if (words != NULL)
    return words;
  if (deed->what == RELANCE_CHANGE_EXCHANGE_ADDED)
    return relance_history_words_exchange (deed);
  if (deed->what == RELANCE_CHANGE_INSTALMENTS_SET && !deed->undone && is_invoice)
    return describe_schedule (store, deed, entity_id, currency, error);
  if (deed->what == RELANCE_CHANGE_INVOICE_EXCLUDED && !deed->undone && is_invoice)
    return describe_exclusion (store, deed, entity_id, error);
  if (is_edit (deed, entity))
    return describe_edit (store, deed, entity, entity_id, currency, error);
  if (deed->what == RELANCE_CHANGE_INVOICE_ADDED && deed->imported)
    return describe_import (deed);
  return describe_plainly (deed);
}

static void
add_messages (GPtrArray *events, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const RelanceMessageLine *line = g_ptr_array_index (lines, i);
      char *text = relance_history_words_message (line);
      RelanceEvent *event = relance_event_new (line->at, "message", text);

      event->message = g_strdup (line->id);
      g_ptr_array_add (events, event);
    }
}

static gboolean
add_deeds (GPtrArray *events,
           GPtrArray *deeds,
           RelanceStore *store,
           const char *entity,
           gint64 entity_id,
           const char *currency,
           GError **error)
{
  for (guint i = 0; i < deeds->len; i++)
    {
      const RelanceDeed *deed = g_ptr_array_index (deeds, i);
      char *text = describe_deed (store, deed, entity, entity_id, currency, error);
      RelanceEvent *event;

      if (text == NULL)
        return FALSE;
      event = relance_event_new (deed->at, get_word (deed), text);
      event->change = deed->change;
      event->invoice = deed->invoice;
      g_ptr_array_add (events, event);
    }
  return TRUE;
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const RelanceEvent *first = *(const RelanceEvent *const *) a;
  const RelanceEvent *second = *(const RelanceEvent *const *) b;

  return (first->at < second->at) - (first->at > second->at);
}

/* Newest first: messages before deeds of the same second, and each as its query ordered it. */
static GPtrArray *
merge (RelanceStore *store,
       GPtrArray *lines,
       GPtrArray *deeds,
       const char *entity,
       gint64 entity_id,
       const char *currency,
       GError **error)
{
  g_autoptr (GPtrArray)
    events = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_event_free);

  add_messages (events, lines);
  if (!add_deeds (events, deeds, store, entity, entity_id, currency, error))
    return NULL;
  g_ptr_array_sort (events, compare_events);
  return g_steal_pointer (&events);
}

/**
 * relance_invoices_history:
 *
 * Returns: (transfer full) (element-type RelanceEvent): what happened to an invoice,
 *   newest first; nothing of it is stored twice
 */
GPtrArray *
relance_invoices_history (RelanceBook *book, gint64 id, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceInvoice) invoice = relance_invoices_get (book, id, error);
  g_autoptr (GPtrArray) deeds = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (invoice == NULL)
    return NULL;
  deeds = relance_store_list_invoice_deeds (store, id, error);
  if (deeds == NULL)
    return NULL;
  lines = relance_store_list_invoice_lines (store, id, -1, error);
  return lines != NULL ? merge (store, lines, deeds, "invoice", id, invoice->currency, error)
                       : NULL;
}

/**
 * relance_clients_timeline:
 * @limit: how many at most, -1 for all
 *
 * Returns: (transfer full) (element-type RelanceEvent): what happened to a client and to
 *   its invoices, newest first
 */
GPtrArray *
relance_clients_timeline (RelanceBook *book, gint64 id, int limit, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) deeds = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  deeds = relance_store_list_client_deeds (store, id, limit, error);
  if (deeds == NULL)
    return NULL;
  lines = relance_store_list_client_lines (store, id, limit, error);
  if (lines == NULL)
    return NULL;
  events = merge (store, lines, deeds, "client", id, "", error);
  if (events != NULL && limit >= 0 && events->len > (guint) limit)
    g_ptr_array_set_size (events, limit);
  return g_steal_pointer (&events);
}
