-- SPDX-License-Identifier: GPL-3.0-or-later
-- When money last arrived from client ?1.
SELECT last_payment FROM listing_client WHERE id = ?1;
