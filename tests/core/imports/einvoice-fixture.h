/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-einvoice.h"
#include "relance-money.h"

static inline const char *
name_kind (RelanceRowKind kind)
{
  static const char *const names[] = { "invoice", "credit-note", "correction" };

  return names[kind];
}

static inline const char *
name_due_source (RelanceRowFlags flags)
{
  if (flags & RELANCE_ROW_DUE_FROM_TERMS)
    return "terms";

  return flags & RELANCE_ROW_DUE_UNKNOWN ? "unknown" : "said";
}

static inline char *
dup_date (RelanceDate date)
{
  return date == RELANCE_DATE_NONE ? g_strdup ("-") : relance_date_to_iso (date);
}

/* "invoice 380 F-1 2026-01-15 2026-02-14 said EUR 1200.00 paid 200.00 prepaid 200.00" */
static inline char *
describe_row (const RelanceImportRow *row)
{
  g_autofree char *issued = dup_date (row->issued);
  g_autofree char *due = dup_date (row->due);
  g_autofree char *total = relance_money_format_plain (row->total, row->currency);
  g_autofree char *paid = relance_money_format_plain (row->paid, row->currency);
  g_autofree char *prepaid = relance_money_format_plain (row->prepaid, row->currency);

  return g_strdup_printf ("%s %d %s %s %s %s %s %s paid %s prepaid %s", name_kind (row->kind),
                          row->type, row->number, issued, due, name_due_source (row->flags),
                          row->currency, total, paid, prepaid);
}
