/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a formal notice must hold to be one in French law (code civil, art. 1344; code de commerce,
 * art. L. 441-10), mention by mention, in each that there is: for each language, voice, kind of client
 * and number of invoices, and whatever tone and address are asked for. */

#include "config.h"

#include "letter-fixture.h"
#include "relance-fees.h"

#include <string.h>

typedef struct
{
  RelanceLanguage language;
  RelanceVoice voice;
  RelanceKind kind;
  gboolean several;
} NoticeCase;

/* Each text must stand in the letter; NULL where the mention is made by nothing more. */
typedef struct
{
  const char *mention;
  const char *french[4];
  const char *english[4];
} Mention;

static const Mention of_all[] = {
  { "sender: name, address, SIREN",
    { "Studio Nord SARL", "2 place Neuve", "69001 Lyon", "732829320" },
    { "Studio Nord SARL", "2 place Neuve", "69001 Lyon", "732829320" } },
  { "debtor: name, address",
    { "Atelier Durand", "1 rue de la Paix", "75002 Paris" },
    { "Atelier Durand", "1 rue de la Paix", "75002 Paris" } },
  { "date", { "22 novembre 2026" }, { "22 November 2026" } },
  { "origin and dates of the debt",
    { "F-042", "Refonte du site", "1er octobre 2026", "22 octobre 2026" },
    { "F-042", "Refonte du site", "1 October 2026", "22 October 2026" } },
  { "amount, payments, balance",
    { "1\u202f500,00\u00a0€", "300,00\u00a0€", "1\u202f200,00\u00a0€" },
    { "€1,500.00", "€300.00", "€1,200.00" } },
  { "deadline", { "30 novembre 2026" }, { "30 November 2026" } },
  { "means of payment",
    { "FR76\u00a03000\u00a06000\u00a00112\u00a03456\u00a07890\u00a0189", "AGRIFRPP" },
    { "FR76\u00a03000\u00a06000\u00a00112\u00a03456\u00a07890\u00a0189", "AGRIFRPP" } },
  { "what follows", { "saisir la juridiction compétente" }, { "apply to the competent court" } },
  { "openness to a schedule",
    { "proposition d’échéancier" },
    { "proposal to pay in instalments" } },
  { "signature", { "Camille Roux" }, { "Camille Roux" } },
};

static const Mention of_business[] = {
  { "law", { "L. 441-10", "D. 441-5" }, { "L441-10" } },
  { "penalties, rate, days",
    { "12,40\u00a0%", "31 jours", "12,64\u00a0€" },
    { "12.40%", "31", "€12.64" } },
  { "fixed indemnity", { "40,00\u00a0€" }, { "€40.00" } },
};

static const Mention of_consumer[] = {
  { "legal rate from receipt",
    { "taux légal", "réception", "1231-6", "1344-1" },
    { "legal rate", "From receipt", "1231-6", "1344-1" } },
};

static const char *const never_to_consumers[] = { "40,00",   "€40.00", "L. 441-10",
                                                  "L441-10", "12,64",  "€12.64" };

/* 31 days of 1,200.00 € at 12.40 %, and the flat sum. */
static RelanceFees *
make_fees (void)
{
  RelanceFees *fees = g_new0 (RelanceFees, 1);
  RelanceFeesLine line = {
    .from = relance_date_new (2026, 10, 23),
    .to = relance_date_new (2026, 11, 22),
    .rate = 1240 * (RELANCE_RATE_PERCENT / 100),
  };

  fees->lines = g_array_new (FALSE, FALSE, sizeof (RelanceFeesLine));
  fees->missing = g_array_new (FALSE, FALSE, sizeof (RelanceMissingRate));
  g_array_append_val (fees->lines, line);
  fees->interest = 1264;
  fees->fixed = 4000;
  fees->is_fixed_known = TRUE;
  g_strlcpy (fees->fixed_currency, "EUR", sizeof fees->fixed_currency);
  return fees;
}

static GArray *
list_fees (GPtrArray *debts, const RelanceFees *fees)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (RelanceLetterFees));

  for (guint i = 0; i < debts->len; i++)
    {
      RelanceLetterFees item = { .invoice_id = (gint64) i + 1, .fees = fees };

      ((RelanceDebt *) debts->pdata[i])->invoice_id = item.invoice_id;
      g_array_append_val (list, item);
    }
  return list;
}

static void
tell_business (RelanceBusiness *business)
{
  static const struct
  {
    RelanceBusinessKey key;
    const char *value;
  } values[] = {
    { RELANCE_BUSINESS_LEGAL_NAME, "Studio Nord SARL" },
    { RELANCE_BUSINESS_STREET, "2 place Neuve" },
    { RELANCE_BUSINESS_POSTCODE, "69001" },
    { RELANCE_BUSINESS_CITY, "Lyon" },
    { RELANCE_BUSINESS_SIREN, "732829320" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    relance_business_take (business, values[i].key, g_strdup (values[i].value));
}

static void
tell_client (RelanceClient *client, RelanceKind kind)
{
  client->kind = kind;
  client->street = g_strdup ("1 rue de la Paix");
  client->postcode = g_strdup ("75002");
  client->city = g_strdup ("Paris");
}

static char *
write_notice (const NoticeCase *notice, RelanceTone tone, RelanceAddress address)
{
  g_auto (LetterFixture) fixture = { 0 };
  g_autoptr (RelanceFees) fees = make_fees ();
  g_autoptr (GArray) list = NULL;
  LetterCell cell = {
    .style = {
      .stage = RELANCE_STAGE_FORMAL_NOTICE,
      .tone = tone,
      .address = address,
      .language = notice->language,
      .variant = 1,
      .voice = notice->voice,
    },
    .several = notice->several,
    .neutral = notice->voice == RELANCE_VOICE_NEUTRAL,
  };
  RelanceDebt *first;

  letter_fixture_set_up (&fixture, &cell);
  tell_business (fixture.business);
  tell_client (fixture.facts.client, notice->kind);
  first = fixture.facts.debts->pdata[0];
  g_set_str (&first->label, "Refonte du site");
  first->amount = 150000;
  first->issued = relance_date_new (2026, 10, 1);
  list = list_fees (fixture.facts.debts, fees);
  fixture.facts.fees = list;
  return letter_fixture_write (&fixture, &cell);
}

static void
check_mentions (const char *letter, const NoticeCase *notice, const Mention *mentions, gsize count)
{
  for (gsize i = 0; i < count; i++)
    {
      const char *const *texts = notice->language == RELANCE_LANGUAGE_FR ? mentions[i].french
                                                                         : mentions[i].english;

      for (int j = 0; j < 4 && texts[j] != NULL; j++)
        if (strstr (letter, texts[j]) == NULL)
          g_error ("%s: “%s” is not in:\n%s", mentions[i].mention, texts[j], letter);
    }
}

/* The words that make it one stand in the subject and in the body. */
static void
check_name (const char *letter)
{
  g_autofree char *folded = g_utf8_casefold (letter, -1);
  g_autofree char *subject = g_strndup (folded, strcspn (folded, "\n"));
  const char *body = folded + strlen (subject);

  g_assert_true (strstr (subject, "mise en demeure") != NULL ||
                 strstr (subject, "formal demand for payment") != NULL);
  g_assert_nonnull (strstr (body, "mise en demeure"));
}

static void
check_notice (const NoticeCase *notice, RelanceTone tone, RelanceAddress address)
{
  g_autofree char *letter = write_notice (notice, tone, address);

  check_name (letter);
  check_mentions (letter, notice, of_all, G_N_ELEMENTS (of_all));
  if (notice->kind == RELANCE_KIND_BUSINESS)
    check_mentions (letter, notice, of_business, G_N_ELEMENTS (of_business));
  if (notice->kind != RELANCE_KIND_CONSUMER)
    return;

  check_mentions (letter, notice, of_consumer, G_N_ELEMENTS (of_consumer));
  for (gsize i = 0; i < G_N_ELEMENTS (never_to_consumers); i++)
    g_assert_null (strstr (letter, never_to_consumers[i]));
}

static void
test_mentions (gconstpointer data)
{
  const NoticeCase *notice = data;

  for (RelanceTone tone = RELANCE_TONE_FORMAL; tone <= RELANCE_TONE_EMOJI; tone++)
    for (RelanceAddress address = RELANCE_ADDRESS_VOUS; address <= RELANCE_ADDRESS_TU; address++)
      check_notice (notice, tone, address);
}

static void
add_case (NoticeCase notice)
{
  g_autofree char *path = g_strdup_printf (
    "/formal-notice/%s/%s/%s/%s", notice.language == RELANCE_LANGUAGE_FR ? "fr" : "en",
    notice.voice == RELANCE_VOICE_NEUTRAL ? "neutral" : "personal",
    notice.kind == RELANCE_KIND_BUSINESS   ? "business"
    : notice.kind == RELANCE_KIND_CONSUMER ? "consumer"
                                           : "public",
    notice.several ? "several" : "one");

  g_test_add_data_func_full (path, g_memdup2 (&notice, sizeof notice), test_mentions, g_free);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (RelanceLanguage language = RELANCE_LANGUAGE_FR; language <= RELANCE_LANGUAGE_EN; language++)
    for (RelanceVoice voice = RELANCE_VOICE_PERSONAL; voice <= RELANCE_VOICE_NEUTRAL; voice++)
      for (RelanceKind kind = RELANCE_KIND_BUSINESS; kind <= RELANCE_KIND_PUBLIC; kind++)
        for (gboolean several = FALSE; several <= TRUE; several++)
          add_case ((NoticeCase) { language, voice, kind, several });

  return g_test_run ();
}
