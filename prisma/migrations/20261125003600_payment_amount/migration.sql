-- Changes of a status from some amount on are found in the index alone: few of a period's changes are that large, and
-- each of the others was read from the table to be left out.
DROP INDEX "order_event_payment_idx";
CREATE INDEX "order_event_payment_idx" ON "order_event"("payment_before", "payment_after", "id") INCLUDE ("amount")
  WHERE "payment_before" IS DISTINCT FROM "payment_after";
