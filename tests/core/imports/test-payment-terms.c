/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-payment-terms-text.h"

typedef struct
{
  const char *text;
  const char *expected; /* NULL: not understood */
} Case;

/* Every text below is of an invoice issued on Thursday 15 January 2026. */
static void
check (const Case *cases, gsize n_cases)
{
  const RelanceDate issued = relance_date_new (2026, 1, 15);

  for (gsize i = 0; i < n_cases; i++)
    {
      RelanceDate due = relance_payment_terms_text_read (cases[i].text, issued);
      g_autofree char *iso = due != RELANCE_DATE_NONE ? relance_date_to_iso (due) : NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (iso, ==, cases[i].expected);
    }
}

static void
test_periods (void)
{
  static const Case cases[] = {
    { "30 jours", "2026-02-14" },
    { "PAIEMENT 30 JOURS NET", "2026-02-14" },
    { "Paiement à 30 j.", "2026-02-14" },
    { "30 jours date de facture", "2026-02-14" },
    { "30 jours à réception de facture", "2026-02-14" },
    { "Règlement sous trente jours", "2026-02-14" },
    { "1 mois", "2026-02-15" },
    { "net 30", "2026-02-14" },
    { "Net 30 days", "2026-02-14" },
    { "n/30", "2026-02-14" },
    { "30 net", "2026-02-14" },
    { "Net 100 EUR", NULL },
    { "Payable within 14 days", "2026-01-29" },
    { "Please transfer the fee of 150.00 € within 14 days, quoting 9876/54/321.", "2026-01-29" },
    { "within one month", "2026-02-15" },
    { "2 weeks", "2026-01-29" },
    { "5 working days", "2026-01-22" },
    { "10 jours ouvrés", "2026-01-29" },
    { "14 Tage", "2026-01-29" },
    { "30 Tage netto", "2026-02-14" },
    { "Zahlbar innerhalb 14 Tagen nach Erhalt der Rechnung.", "2026-01-29" },
    { "Zahlungsziel: 010 Tage nach Rechnungsdatum", "2026-01-25" },
    { "Zahlbar innerh. von 30 Tg. netto", "2026-02-14" },
    { "zahlbar in vier Wochen", "2026-02-12" },
    { "30 giorni data fattura", "2026-02-14" },
    { "60 gg", "2026-03-16" },
    { "30 días", "2026-02-14" },
    { "30 dagen netto", "2026-02-14" },
    { "30% d'acompte, solde à 30 j", "2026-02-14" },
    { "30", "2026-02-14" },
    { "0 jours", "2026-01-15" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_month_ends (void)
{
  static const Case cases[] = {
    { "fin de mois", "2026-01-31" },
    { "30 jours fin de mois", "2026-02-28" },
    { "45 jours fin de mois", "2026-03-31" },
    { "45 jours FDM", "2026-03-31" },
    { "45 FDM", "2026-03-31" },
    { "30 jours date de facture, fin de mois", "2026-02-28" },
    { "60 days from end of month", "2026-04-01" },
    { "fin de mois 45 jours", "2026-03-17" },
    { "fin de mois + 45 jours", "2026-03-17" },
    { "fin de mois + 30", "2026-03-02" },
    { "within 30 days of the end of the month", "2026-03-02" },
    { "30 jours fin de mois le 10", "2026-03-10" },
    { "le 15 du mois suivant", "2026-02-15" },
    { "fin du mois suivant", "2026-02-28" },
    { "end of month", "2026-01-31" },
    { "30 days EOM", "2026-02-28" },
    { "Net 30 EOM", "2026-02-28" },
    { "end of next month", "2026-02-28" },
    { "by the 10th of the following month", "2026-02-10" },
    { "zum Monatsende", "2026-01-31" },
    { "Ende des Folgemonats", "2026-02-28" },
    { "30 giorni fine mese", "2026-02-28" },
    { "30 gg d.f.f.m.", "2026-02-28" },
    { "30 días fin de mes", "2026-02-28" },
    { "30 dagen einde maand", "2026-02-28" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_at_once (void)
{
  static const Case cases[] = {
    { "À réception", "2026-01-15" },
    { "Paiement comptant", "2026-01-15" },
    { "Due on receipt", "2026-01-15" },
    { "Zahlbar sofort ohne Abzug.", "2026-01-15" },
    { "sofort netto Kasse; fällig zum 04.02.2026 ohne Abzug", "2026-02-04" },
    { "Pagamento a vista", "2026-01-15" },
    { "Al contado", "2026-01-15" },
    { "Bij ontvangst", "2026-01-15" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_dates (void)
{
  static const Case cases[] = {
    { "Bitte überweisen Sie bis zum 24.02.2026 auf das unten aufgeführte Konto.", "2026-02-24" },
    { "Zahlbar ohne Abzug bis 12.02.2026", "2026-02-12" },
    { "Remit until 2026-02-01", "2026-02-01" },
    { "Échéance : 31/03/2026", "2026-03-31" },
    { "Échéance le 1er mars 2026", "2026-03-01" },
    { "Due March 31st, 2026", "2026-03-31" },
    { "fällig am 5. März 2026", "2026-03-05" },
    { "bis 28.2.26", "2026-02-28" },
    { "Due 20260228", "2026-02-28" },
    { "03/31/2026", "2026-03-31" },
    { "Facture du 15/01/2026 payable à 30 jours", "2026-02-14" },
    { "Rechnung vom 20.01.2026, zahlbar in 14 Tagen", "2026-01-29" },
    { "Paid by 31.12.2025", NULL },
    { "31.02.2026", NULL },
    { "Zahlbar ohne Abschlag bis ", NULL },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_discounts (void)
{
  static const Case cases[] = {
    { "2/10 net 30", "2026-02-14" },
    { "2% 10, net 30", "2026-02-14" },
    { "2 % 10 days, net 30 days", "2026-02-14" },
    { "14 Tage 2% Skonto, 30 Tage rein netto", "2026-02-14" },
    { "10 Tage 2% Skonto 30 Tage netto", "2026-02-14" },
    { "3% 10 Tage / 30 Tage", "2026-02-14" },
    { "Zahlbar innerhalb 30 Tagen netto bis 04.02.2026, 3% Skonto innerhalb 10 Tagen bis "
      "25.01.2026",
      "2026-02-04" },
    { "Zahlbar innerhalb von 20 Tagen (bis zum 05.02.2026) unter Abzug von 3% Skonto "
      "(Zahlungsbetrag = 1.766,03 €). Bis zum 24.02.2026 ohne Abzug.",
      "2026-02-24" },
    { "Bei Zahlung innerhalb 14 Tagen gewähren wir 2,0% Skonto.", NULL },
    { "Bei Zahlung innerhalb 14 Tagen, 2,0% Skonto.", NULL },
    { "Skontovereinbarung: 2% bei Zahlung innerhalb 10 Tagen nach Rechnungsdatum", NULL },
    { "Bei Zahlung bis zum 06.02.2026 zahlen Sie mit 2,00 % Skonto € 1749,30 €\n"
      "Bis zum zum 13.02.2026 ohne Abzug",
      "2026-02-13" },
    { "#SKONTO#TAGE=14#PROZENT=2.25#\n#SKONTO#TAGE=28#PROZENT=1.00#\n", NULL },
    { "#SKONTO#TAGE=14#PROZENT=2.00#\n30 Tage netto", "2026-02-14" },
    { "Zahlbar in 30 Tagen #SKONTO#TAGE=14#PROZENT=2.00#", "2026-02-14" },
    { "#SKONTO#TAGE=14#PROZENT=2.00# Netto 30 Tage", "2026-02-14" },
    { "30 jours, sans escompte", "2026-02-14" },
    { "30 jours nets. Escompte de 1 % sous 8 jours.", "2026-02-14" },
    { "Escompte 2% sous 8 jours - net à 30 jours", "2026-02-14" },
    { "Paiement à 30 jours, pas d'escompte", "2026-02-14" },
    { "30 jours, escompte : 0 %", "2026-02-14" },
    { "Sconto 2% a 10 giorni, netto 30 giorni", "2026-02-14" },
    { "2% korting binnen 8 dagen, 30 dagen netto", "2026-02-14" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_other_periods (void)
{
  static const Case cases[] = {
    { "30 jours. En cas de retard, intérêts de 12 % à compter du 31e jour et indemnité de 40 €.",
      "2026-02-14" },
    { "30 days net. Valid until 31.12.2026", "2026-02-14" },
    { "14 Tage. Nach 30 Tagen kommen Sie in Verzug.", "2026-01-29" },
    { "Reklamationen innerhalb von 8 Tagen", NULL },
    { "Late payments bear interest after 60 days", NULL },
    { "Devis valable 90 jours", NULL },
    { "Betrag dankend erhalten", NULL },
    { "total amount", NULL },
    { "Dieses Guthaben werden wir auf Ihr Konto erstatten.", NULL },
    { "99999999999999999999 days", NULL },
    { "4000 days", NULL },
    { "", NULL },
    { "%%%,,,...", NULL },
  };

  check (cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/payment-terms/periods", test_periods);
  g_test_add_func ("/payment-terms/month-ends", test_month_ends);
  g_test_add_func ("/payment-terms/at-once", test_at_once);
  g_test_add_func ("/payment-terms/dates", test_dates);
  g_test_add_func ("/payment-terms/discounts", test_discounts);
  g_test_add_func ("/payment-terms/other-periods", test_other_periods);

  return g_test_run ();
}
