/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-terms.h"
#include "relance-typed-terms.h"

#include <glib.h>

static RelanceTerms
make (const char *text)
{
  RelanceTerms terms;

  g_assert_true (relance_terms_parse (text, &terms));
  return terms;
}

static void
test_due (void)
{
  static const struct
  {
    const char *issued;
    const char *terms;
    const char *due;
  } cases[] = {
    { "2026-01-15", "net:30", "2026-02-14" },
    { "2026-01-15", "net:60", "2026-03-16" },
    { "2026-01-15", "net-eom:45", "2026-03-31" },
    { "2026-01-15", "eom-net:45", "2026-03-17" },
    { "2026-01-15", "net-eom:30", "2026-02-28" },
    { "2026-01-31", "net:30", "2026-03-02" },
    { "2026-01-31", "net:60", "2026-04-01" },
    { "2026-01-31", "net-eom:45", "2026-03-31" },
    { "2026-01-31", "eom-net:45", "2026-03-17" },
    { "2026-01-31", "net-eom:30", "2026-03-31" },
    { "2026-02-10", "net:30", "2026-03-12" },
    { "2026-02-10", "net:60", "2026-04-11" },
    { "2026-02-10", "net-eom:45", "2026-03-31" },
    { "2026-02-10", "eom-net:45", "2026-04-14" },
    { "2026-02-10", "net-eom:30", "2026-03-31" },
    { "2026-11-22", "net:30", "2026-12-22" },
    { "2026-11-22", "net:60", "2027-01-21" },
    { "2026-11-22", "net-eom:45", "2027-01-31" },
    { "2026-11-22", "eom-net:45", "2027-01-14" },
    { "2026-11-22", "net-eom:30", "2026-12-31" },
    /* Leap years, a century that is none, the ends of months and of years. */
    { "2028-01-30", "net:30", "2028-02-29" },
    { "2028-01-15", "net-eom:30", "2028-02-29" },
    { "2028-02-29", "net-eom:0", "2028-02-29" },
    { "2100-01-30", "net-eom:29", "2100-02-28" },
    { "2026-12-31", "net-eom:0", "2026-12-31" },
    { "2026-12-31", "net:1", "2027-01-01" },
    { "2026-12-02", "net-eom:30", "2027-01-31" },
    { "2026-12-31", "eom-net:30", "2027-01-30" },
    { "2026-02-01", "eom-net:0", "2026-02-28" },
    { "2026-01-15", "receipt", "2026-01-15" },
    { "2026-01-15", "net:0", "2026-01-15" },
    { "2026-01-15", "net-eom:30:10", "2026-03-10" },
    { "2026-11-15", "net-eom:30:10", "2027-01-10" },
    { "2025-12-15", "net-eom:30:31", "2026-02-28" },
    { "2026-11-15", "net-eom:0:15", "2026-12-15" },
    { "9998-01-01", "receipt", NULL },
    { "9999-12-31", "net-eom:365", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RelanceTerms terms = make (cases[i].terms);
      RelanceDate due = relance_terms_get_due (&terms, relance_date_parse_iso (cases[i].issued));
      g_autofree char *iso = due != RELANCE_DATE_NONE ? relance_date_to_iso (due) : NULL;

      g_test_message ("%s of %s", cases[i].terms, cases[i].issued);
      g_assert_cmpstr (iso, ==, cases[i].due);
    }
}

static void
test_text (void)
{
  static const char *const good[] = { "receipt",    "net:0",         "net:365",     "net-eom:30",
                                      "eom-net:45", "net-eom:30:10", "net-eom:0:31" };
  static const char *const bad[] = {
    "",        "net",       "net:",          "net:366",       "net:-1",       "net:+1",
    "net:1.5", "net:30:10", "receipt:0",     "eom-net:45:10", "net-eom:30:0", "net-eom:30:32",
    "NET:30",  " net:30",   "net-eom:1:2:3", "net:30 ",       "net-eom::1",   "weeks:2",
    ":",       "30"
  };
  RelanceTerms none = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      RelanceTerms terms = make (good[i]);
      g_autofree char *text = relance_terms_to_text (&terms);

      g_assert_cmpstr (text, ==, good[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      RelanceTerms terms = { RELANCE_TERMS_NET, 7, 0 };

      g_test_message ("“%s”", bad[i]);
      g_assert_false (relance_terms_parse (bad[i], &terms));
      g_assert_true (relance_terms_equal (&terms, &none));
    }
  g_assert_null (relance_terms_to_text (&none));
  g_assert_cmpint (relance_terms_get_due (&none, 20000), ==, RELANCE_DATE_NONE);
}

static void
test_typed (void)
{
  static const struct
  {
    const char *text;
    const char *terms; /* NULL: not understood */
  } cases[] = {
    { "30", "net:30" },
    { "30 jours", "net:30" },
    { "30 j", "net:30" },
    { "30j", "net:30" },
    { "30 jours net", "net:30" },
    { "30 jours nets", "net:30" },
    { "J+30", "net:30" },
    { "Net 30", "net:30" },
    { "NET-30", "net:30" },
    { "net30", "net:30" },
    { "n 30", NULL },
    { "30 days", "net:30" },
    { "30 d", "net:30" },
    { "Net 30 days", "net:30" },
    { "Payment due within 30 days of invoice date", "net:30" },
    { "30 days from date of invoice", "net:30" },
    { "Paiement à 30 jours à compter de la date d’émission de la facture", "net:30" },
    { "30 jours date de facture", "net:30" },
    { "30 jours après réception de la facture", "net:30" },
    { "30 days after receipt", "net:30" },
    { "Virement à 30 jours", "net:30" },
    { "Délai de paiement : 45 jours", "net:45" },
    { "2 semaines", "net:14" },
    { "2 weeks", "net:14" },
    { "2/10 net 30", "net:30" },
    { "2% 10, Net 30", "net:30" },
    { "30 jours fin de mois", "net-eom:30" },
    { "30\u00A0JOURS FIN\u202FDE MOIS", "net-eom:30" },
    { "45 j fdm", "net-eom:45" },
    { "45j fdm", "net-eom:45" },
    { "30 days end of month", "net-eom:30" },
    { "30 days, end of the month", "net-eom:30" },
    { "30 EOM", "net-eom:30" },
    { "net 30 EOM", "net-eom:30" },
    { "60 days month-end", "net-eom:60" },
    { "30 jours à compter de la date de facture, fin de mois", "net-eom:30" },
    { "45 jours fin de mois date de facture", "net-eom:45" },
    { "30 jours fin de mois le 10", "net-eom:30:10" },
    { "30 jours fin de mois, le 10 du mois suivant", "net-eom:30:10" },
    { "30 j fdm 15", "net-eom:30:15" },
    { "30 days end of month on the 10th", "net-eom:30:10" },
    { "fin de mois le 10", "net-eom:0:10" },
    { "Le 10 du mois suivant", "net-eom:0:10" },
    { "10th of the following month", "net-eom:0:10" },
    { "on the 10th of next month", "net-eom:0:10" },
    { "Fin de mois", "net-eom:0" },
    { "fin du mois", "net-eom:0" },
    { "EOM", "net-eom:0" },
    { "fin de mois 45 jours", "eom-net:45" },
    { "fin de mois + 45 jours", "eom-net:45" },
    { "EOM 30", "eom-net:30" },
    { "EOM+30", "eom-net:30" },
    { "end of month plus 30 days", "eom-net:30" },
    { "30 days from end of month", "eom-net:30" },
    { "30 days after the end of the month", "eom-net:30" },
    { "45 jours à compter de la fin du mois", "eom-net:45" },
    { "à réception", "receipt" },
    { "À réception de facture", "receipt" },
    { "Comptant", "receipt" },
    { "Paiement comptant à réception", "receipt" },
    { "paiement immédiat", "receipt" },
    { "Due on receipt", "receipt" },
    { "upon receipt", "receipt" },
    { "0", "receipt" },
    { "0 jours", "receipt" },
    { "net-eom:30:10", "net-eom:30:10" },
    { "eom-net:45", "eom-net:45" },
    { " net:30 ", "net:30" },
    { "", NULL },
    { "   ", NULL },
    { "when you can", NULL },
    { "30 jours ouvrés", NULL },
    { "30 working days", NULL },
    { "2 mois", NULL },
    { "1 month", NULL },
    { "30/60/90", NULL },
    { "30-45 jours", NULL },
    { "30,5 jours", NULL },
    { "30 % à la commande", NULL },
    { "30 %", NULL },
    { "50% comptant, solde à 30 jours", NULL },
    { "-30", NULL },
    { "366", NULL },
    { "99999 days", NULL },
    { "99999999999999999999999 days", NULL },
    { "300 weeks", NULL },
    { "30 jours fin de mois le 32", NULL },
    { "30 jours fin de mois le 0", NULL },
    { "fin de mois suivant", NULL },
    { "jours", NULL },
    { "3O jours", NULL },
    { "\xff", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RelanceTerms terms = { RELANCE_TERMS_NET, 7, 0 };
      gboolean understood = relance_typed_terms_parse (cases[i].text, &terms);
      g_autofree char *text = relance_terms_to_text (&terms);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (understood, ==, cases[i].terms != NULL);
      g_assert_cmpstr (text, ==, cases[i].terms);
    }
}

static void
test_typed_long (void)
{
  g_autofree char *text = g_strnfill (100000, '3');
  RelanceTerms terms;

  g_assert_false (relance_typed_terms_parse (text, &terms));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/terms/due", test_due);
  g_test_add_func ("/terms/text", test_text);
  g_test_add_func ("/terms/typed", test_typed);
  g_test_add_func ("/terms/typed-long", test_typed_long);

  return g_test_run ();
}
