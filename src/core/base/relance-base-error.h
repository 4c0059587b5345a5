/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RELANCE_BASE_ERROR (relance_base_error_quark ())

/**
 * RelanceBaseError:
 * @RELANCE_BASE_ERROR_DATE: the text is not a date that exists
 * @RELANCE_BASE_ERROR_MONEY: the text is not an amount, or has too many decimals
 * @RELANCE_BASE_ERROR_RANGE: the amount is beyond RELANCE_MONEY_MAX
 * @RELANCE_BASE_ERROR_ADDRESS: the text is not exactly one mail address
 * @RELANCE_BASE_ERROR_CONTROL: the text holds a control character
 * @RELANCE_BASE_ERROR_TOO_LONG: the text is longer than a field may be
 * @RELANCE_BASE_ERROR_ENCODING: the bytes are not text in any encoding we know
 */
typedef enum
{
  RELANCE_BASE_ERROR_DATE,
  RELANCE_BASE_ERROR_MONEY,
  RELANCE_BASE_ERROR_RANGE,
  RELANCE_BASE_ERROR_ADDRESS,
  RELANCE_BASE_ERROR_CONTROL,
  RELANCE_BASE_ERROR_TOO_LONG,
  RELANCE_BASE_ERROR_ENCODING,
} RelanceBaseError;

GQuark relance_base_error_quark (void);

G_END_DECLS
