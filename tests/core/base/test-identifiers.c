/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-base-error.h"
#include "relance-identifiers.h"

#include <glib.h>

static void
test_siren (void)
{
  static const char *const valid[] = { "732829320", "552008443", "443061841", "404833048",
                                       "356000000" };
  static const char *const invalid[] = { "123456789", "73282932", "7328293200", "73282932A", "" };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (relance_siren_is_valid (valid[i]));
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (relance_siren_is_valid (invalid[i]));
}

static void
test_iban (void)
{
  static const char *const valid[] = {
    "FR14 2004 1010 0505 0001 3M02 606",
    "fr7630006000011234567890189",
    "GB82WEST12345698765432",
    "DE89370400440532013000",
    "BE68539007547034",
    "CH9300762011623852957",
    "LU280019400644750000",
    "ES9121000418450200051332",
    "NL91ABNA0417164300",
    "IT60X0542811101000000123456",
    "MC5811222000010123456789030",
  };
  static const char *const invalid[] = {
    "FR1420041010050500013M02607", "FR142004101005050001 3M026", "FR", "", "1234567890123456",
    "FR76é0006000011234567890189"
  };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    {
      g_autofree char *compact = relance_identifier_compact (valid[i]);

      g_test_message ("%s", compact);
      g_assert_true (relance_iban_is_valid (compact));
    }
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_autofree char *compact = relance_identifier_compact (invalid[i]);

      g_assert_false (relance_iban_is_valid (compact));
    }
}

static void
test_iban_format (void)
{
  g_autofree char *text = relance_iban_format ("BE68539007547034");

  g_assert_cmpstr (text, ==, "BE68\u00A05390\u00A00754\u00A07034");
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
  g_test_add_func ("/identifiers/siren", test_siren);
  g_test_add_func ("/identifiers/iban", test_iban);
  g_test_add_func ("/identifiers/iban-format", test_iban_format);
  g_test_add_func ("/identifiers/mail-address", test_mail_address);

  return g_test_run ();
}
