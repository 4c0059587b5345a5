/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-base-error.h"
#include "relance-identifiers.h"

#include <glib.h>

#define NB "\u00A0"

typedef gboolean (*IsValid) (const char *compact);

typedef struct
{
  const char *text; /* as somebody types it; NULL ends the list */
  gboolean valid;
} Case;

static void
check (IsValid is_valid, const Case *cases)
{
  for (; cases->text != NULL; cases++)
    {
      g_autofree char *compact = relance_identifier_compact (cases->text);

      g_test_message ("“%s”", cases->text);
      g_assert_cmpint (is_valid (compact), ==, cases->valid);
    }
}

static void
test_compact (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { " fr14 2004.1010-05/05 ", "FR14200410100505" },
    { "732\u00A0829\u202F320", "732829320" },
    { "732\u2009829\u200B320\uFEFF", "732829320" },
    { "CHE\u2011123.456.788\u2013TVA", "CHE123456788TVA" },
    { "é1", "é1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *compact = relance_identifier_compact (cases[i][0]);

      g_assert_cmpstr (compact, ==, cases[i][1]);
    }
}

static void
test_siren (void)
{
  static const Case cases[] = {
    { "732829320", TRUE },   { "552 008 443", TRUE }, { "443.061.841", TRUE },
    { "404833048", TRUE },   { "356000000", TRUE },   { "123456789", FALSE },
    { "73282932", FALSE },   { "7328293200", FALSE }, { "73282932A", FALSE },
    { "７32829320", FALSE }, { "", FALSE },           { NULL },
  };

  check (relance_siren_is_valid, cases);
}

static void
test_siret (void)
{
  static const Case cases[] = {
    { "732 829 320 00074", TRUE },
    { "44306184100047", TRUE },
    { "40483304800022", TRUE },
    { "35600000000048", TRUE },
    { "35600000049837", TRUE },
    { "35600000009075", TRUE },
    { "35600000049838", FALSE },
    { "12345678901234", FALSE },
    { "73282932000079", FALSE },
    { "00000000100008", FALSE }, /* the whole passes, the SIREN does not */
    { "7328293200007", FALSE },
    { "732829320000740", FALSE },
    { "7328293200007A", FALSE },
    { "", FALSE },
    { NULL },
  };
  g_autofree char *siren = relance_siren_from_siret ("73282932000074");

  check (relance_siret_is_valid, cases);
  g_assert_cmpstr (siren, ==, "732829320");
}

static void
test_vat (void)
{
  static const Case cases[] = {
    { "FR44732829320", TRUE },
    { "fr 44 732 829 320", TRUE },
    { "FR40303265045", TRUE },
    { "FR23334175221", TRUE },
    { "FRK7399859412", TRUE },
    { "FR4Z123456782", TRUE },
    { "FR00732829320", FALSE },
    { "FR84323140391", FALSE },
    { "FRK8399859412", FALSE },
    { "FRI7399859412", FALSE },
    { "FR44732829321", FALSE },
    { "FR4473282932", FALSE },
    { "44732829320", FALSE },
    { "ATU12345678", TRUE },
    { "AT12345678", FALSE },
    { "BE 0123.456.789", TRUE },
    { "BE 2123.456.789", FALSE },
    { "BG123456789", TRUE },
    { "BG1234567890", TRUE },
    { "CY12345678X", TRUE },
    { "CZ12345678", TRUE },
    { "CZ1234567", FALSE },
    { "DE 123 456 789", TRUE },
    { "DE12345678", FALSE },
    { "DK12345678", TRUE },
    { "EE123456789", TRUE },
    { "EL123456789", TRUE },
    { "GR123456789", FALSE },
    { "ESX1234567A", TRUE },
    { "ES12345678A", TRUE },
    { "ESA12345678", TRUE },
    { "ES123456789", FALSE },
    { "FI12345678", TRUE },
    { "GB 123 4567 89", TRUE },
    { "GB123456789012", TRUE },
    { "GBGD123", TRUE },
    { "GBHA567", TRUE },
    { "GB1234567", FALSE },
    { "XI123456789", TRUE },
    { "HR12345678901", TRUE },
    { "HU12345678", TRUE },
    { "IE1234567A", TRUE },
    { "IE1234567AB", TRUE },
    { "IE1A23456B", TRUE },
    { "IE1+23456B", TRUE },
    { "IE1234567", FALSE },
    { "IT12345678901", TRUE },
    { "LT123456789", TRUE },
    { "LT123456789012", TRUE },
    { "LT1234567890", FALSE },
    { "LU12345678", TRUE },
    { "LV12345678901", TRUE },
    { "MT12345678", TRUE },
    { "NL123456789B01", TRUE },
    { "NL123456789A01", FALSE },
    { "PL1234567890", TRUE },
    { "PT123456789", TRUE },
    { "RO12", TRUE },
    { "RO1234567890", TRUE },
    { "RO1", FALSE },
    { "SE123456789001", TRUE },
    { "SI12345678", TRUE },
    { "SK1234567890", TRUE },
    { "CHE-123.456.788 MWST", TRUE },
    { "CHE-123.456.788 TVA", TRUE },
    { "CHE123456788", TRUE },
    { "CHE12345678", FALSE },
    { "NO 123 456 789 MVA", TRUE },
    { "US123456789", FALSE },
    { "FR", FALSE },
    { "", FALSE },
    { NULL },
  };
  g_autofree char *computed = relance_vat_from_siren ("732829320");
  g_autofree char *padded = relance_vat_from_siren ("404833048");

  check (relance_vat_is_valid, cases);
  g_assert_cmpstr (computed, ==, "FR44732829320");
  g_assert_cmpstr (padded, ==, "FR83404833048");
}

static void
test_iban (void)
{
  static const Case cases[] = {
    { "FR14 2004 1010 0505 0001 3M02 606", TRUE },
    { "fr7630006000011234567890189", TRUE },
    { "GB82WEST12345698765432", TRUE },
    { "DE89370400440532013000", TRUE },
    { "BE68539007547034", TRUE },
    { "CH9300762011623852957", TRUE },
    { "LU280019400644750000", TRUE },
    { "ES9121000418450200051332", TRUE },
    { "NL91ABNA0417164300", TRUE },
    { "IT60X0542811101000000123456", TRUE },
    { "MC5811222000010123456789030", TRUE },
    { "FR1420041010050500013M02607", FALSE },
    { "FR142004101005050001 3M026", FALSE },
    { "DE8937040044053201300", FALSE },
    { "FR76é0006000011234567890189", FALSE },
    { "1234567890123456", FALSE },
    { "FR", FALSE },
    { "", FALSE },
    { NULL },
  };

  check (relance_iban_is_valid, cases);
}

static void
test_bic (void)
{
  static const Case cases[] = {
    { "AGRIFRPP", TRUE },    { "agri fr pp 882", TRUE },
    { "BNPAFRPPXXX", TRUE }, { "DEUTDEFF500", TRUE },
    { "AGRIFRP", FALSE },    { "AGRIFRPP8", FALSE },
    { "AGRIFRPP88", FALSE }, { "AGR1FRPP", FALSE },
    { "AGRIF2PP", FALSE },   { "AGRIFRPPé8", FALSE },
    { "", FALSE },           { NULL },
  };

  check (relance_bic_is_valid, cases);
}

static void
test_rf (void)
{
  static const Case cases[] = {
    { "RF18 5390 0754 7034", TRUE },
    { "rf712348231", TRUE },
    { "RF741", TRUE },
    { "RF50F202611001", TRUE },
    { "RF19FAC20260042", TRUE },
    { "RF19539007547034", FALSE },
    { "RF18", FALSE },
    { "BE68539007547034", FALSE },
    { "RF180000000000000000539007547034", FALSE }, /* its check digits hold, it is too long */
    { "", FALSE },
    { NULL },
  };

  check (relance_rf_is_valid, cases);
}

static void
test_formats (void)
{
  static const struct
  {
    char *(*format) (const char *compact);
    const char *compact;
    const char *text;
  } cases[] = {
    { relance_siren_format, "732829320", "732" NB "829" NB "320" },
    { relance_siret_format, "73282932000074", "732" NB "829" NB "320" NB "00074" },
    { relance_vat_format, "FR44732829320", "FR" NB "44" NB "732" NB "829" NB "320" },
    { relance_vat_format, "DE136695976", "DE" NB "136695976" },
    { relance_vat_format, "CHE123456788", "CHE-123.456.788" },
    { relance_vat_format, "CHE123456788TVA", "CHE-123.456.788" NB "TVA" },
    { relance_vat_format, "", "" },
    { relance_iban_format, "BE68539007547034", "BE68" NB "5390" NB "0754" NB "7034" },
    { relance_iban_format, "", "" },
    { relance_rf_format, "RF712348231", "RF71" NB "2348" NB "231" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = cases[i].format (cases[i].compact);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_mail_address (void)
{
  static const char *const valid[][2] = {
    { "compta@durand.example", "compta@durand.example" },
    { "  Lea.Martin+factures@example.org ", "Lea.Martin+factures@example.org" },
    { "contact@société.example", "contact@xn--socit-esab.example" },
    { "o'neil@example.co.uk", "o'neil@example.co.uk" },
    { "a@b.example\r\n", "a@b.example" },
  };
  static const char *const invalid[] = {
    "",
    "@",
    "a@",
    "@b.example",
    "a@b",
    "a b@c.example",
    "a@b.example, c@d.example",
    "a@b.example;c@d.example",
    "Lea <lea@example.org>",
    "<lea@example.org>",
    "a@b@c.example",
    "a@b.example\nBcc: x@y.example",
    "a..b@c.example",
    ".a@c.example",
    "a.@c.example",
    "\"a b\"@c.example",
    "a@-b.example",
    "a@b..example",
    "é@example.org",
    "a@127.0.0.1",
    "a(x)@b.example",
    "a@b.ex\tample",
  };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    {
      g_autofree char *address = relance_mail_address_parse (valid[i][0], NULL);

      g_assert_cmpstr (address, ==, valid[i][1]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *address = relance_mail_address_parse (invalid[i], &error);

      g_test_message ("%s", invalid[i]);
      g_assert_error (error, RELANCE_BASE_ERROR, RELANCE_BASE_ERROR_ADDRESS);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identifiers/compact", test_compact);
  g_test_add_func ("/identifiers/siren", test_siren);
  g_test_add_func ("/identifiers/siret", test_siret);
  g_test_add_func ("/identifiers/vat", test_vat);
  g_test_add_func ("/identifiers/iban", test_iban);
  g_test_add_func ("/identifiers/bic", test_bic);
  g_test_add_func ("/identifiers/rf", test_rf);
  g_test_add_func ("/identifiers/formats", test_formats);
  g_test_add_func ("/identifiers/mail-address", test_mail_address);

  return g_test_run ();
}
