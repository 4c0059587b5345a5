/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"
#include "relance-enum-types.h"
#include "relance-enums.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_CLIENT (relance_client_get_type ())
G_DECLARE_FINAL_TYPE (RelanceClient, relance_client, RELANCE, CLIENT, GObject)

/* What a client owes in one currency, in minor units. */
typedef struct
{
  char   currency[4];
  gint64 owed;
  gint64 overdue;
  gint64 credit; /* received and not allocated */
  int    n_open;
} RelanceClientTotal;

/**
 * RelanceContact:
 * @id: 0 while it is not in the book
 * @role: what the person does there, or %NULL
 *
 * A person at a client.
 */
typedef struct
{
  gint64        id;
  RelanceTitle  title;
  char         *first_name;
  char         *last_name;
  char         *role;
  char         *email;
  char         *phone;
} RelanceContact;

RelanceContact *relance_contact_new   (void);
RelanceContact *relance_contact_copy  (const RelanceContact *self);
gboolean        relance_contact_equal (const RelanceContact *one,
                                       const RelanceContact *other);
void            relance_contact_free  (RelanceContact       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceContact, relance_contact_free)

#define RELANCE_CLIENT_NO_HOUR (-1)

/**
 * RelanceClient:
 * @id: 0 while it is not in the book
 * @title: how a formal letter greets the person, with @first_name and @last_name
 * @email: where reminders go unless @reminder_contact_id names somebody, or %NULL
 * @country: ISO 3166-1 alpha-2
 * @siren, @siret, @vat, @iban: compact and valid, or %NULL
 * @time_zone: an IANA name, or %NULL for that of this computer
 * @terms: as base/relance-terms.h writes them, or %NULL
 * @code: its account in an accounting export, or %NULL
 * @excluded: why it gets no reminder, or %NULL when it does
 * @excluded_until: the last day without reminders, or %RELANCE_DATE_NONE for always
 * @plan: how soon and how often it hears from us, unless @own_plan_id says it
 * @own_plan_id: the reminder plan of one's own that stands in place of @plan, or 0
 * @own_plan_name, @own_plan_steps: what that plan holds, as the book has it, or %NULL; only read
 * @situation: what somebody said its debts are, or 0 where the rules decide
 * @situation_reason: why; never %NULL beside a @situation
 * @situation_since: the day on which it was said: it holds for what was issued until then
 * @hours_from, @hours_to: when it is written to, in minutes after midnight, or
 *   %RELANCE_CLIENT_NO_HOUR
 * @reminder_contact_id: the contact that reminders go to, or 0
 * @erased_at: when its personal data was erased, in UTC seconds, or 0
 * @contacts: (element-type RelanceContact): only from relance_clients_get()
 * @totals: (element-type RelanceClientTotal): by currency; empty when nothing is owed
 * @last_payment: when money last arrived, only in lists; else %RELANCE_DATE_NONE
 *
 * Who owes. A record: filled by whoever makes it, then only read.
 */
struct _RelanceClient
{
  GObject          parent_instance;

  gint64           id;
  char            *name;
  RelanceKind      kind;
  RelanceTone      tone;
  RelanceAddress   address;
  RelanceLanguage  language;
  RelanceTitle     title;
  char            *first_name;
  char            *last_name;
  char            *email;
  char            *phone;
  char            *street;
  char            *postcode;
  char            *city;
  char            *country;
  char            *siren;
  char            *siret;
  char            *vat;
  char            *iban;
  char            *time_zone;
  char            *terms;
  char            *code;
  char            *notes;
  char            *excluded;
  RelanceDate      excluded_until;
  RelanceRhythm    plan;
  gint64           own_plan_id;
  char            *own_plan_name;
  char            *own_plan_steps;
  RelanceSituation situation;
  char            *situation_reason;
  RelanceDate      situation_since;
  int              hours_from;
  int              hours_to;
  gboolean         archived;
  gint64           reminder_contact_id;
  gint64           erased_at;

  GPtrArray       *contacts;
  GArray          *totals;
  RelanceDate      last_payment;
};

RelanceClient  *relance_client_new             (const char    *name);
RelanceClient  *relance_client_copy            (RelanceClient *self);
gboolean        relance_client_equal           (RelanceClient *self,
                                                RelanceClient *other);
char          **relance_client_get_text        (RelanceClient *self,
                                                const char    *key);
char          **relance_client_get_text_at     (RelanceClient *self,
                                                guint          index);
const char     *relance_client_get_text_key    (guint          index);
RelanceContact *relance_client_get_reminder_contact (RelanceClient *self);
const char     *relance_client_get_reminder_email (RelanceClient *self);
gboolean        relance_client_is_excluded     (RelanceClient *self,
                                                RelanceDate    today);
char           *relance_client_dup_person_name (RelanceClient *self);
void            relance_client_set_plan        (RelanceClient *self,
                                                RelanceRhythm  plan);
void            relance_client_set_own_plan    (RelanceClient *self,
                                                gint64         id,
                                                const char    *name,
                                                const char    *steps);

G_END_DECLS
