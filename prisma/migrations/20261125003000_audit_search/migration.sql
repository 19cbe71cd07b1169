-- An index for each thing that the log can be searched by alone (docs/decisions/015).

CREATE INDEX "order_event_payment_after_idx" ON "order_event"("payment_after", "id")
  WHERE "payment_before" IS DISTINCT FROM "payment_after";
CREATE INDEX "order_event_shipping_idx" ON "order_event" USING GIN ("shipping_before", "shipping_after")
  WITH (gin_pending_list_limit = 256)
  WHERE "shipping_before" IS DISTINCT FROM "shipping_after";
CREATE INDEX "order_event_amount_idx" ON "order_event"("amount", "id") WHERE "amount" IS NOT NULL;
CREATE INDEX "order_event_refused_idx" ON "order_event"("id") WHERE "outcome" = 'refused';
