-- A shop's own people search their events by this index alone, whatever they ask (docs/decisions/015).
DROP INDEX "order_event_shop_id_id_idx";
CREATE INDEX "order_event_shop_idx" ON "order_event"("shop_id", "id")
  INCLUDE ("chain_id", "action", "outcome", "actor_id", "actor_role", "amount", "payment_before", "payment_after",
           "shipping_before", "shipping_after", "evidence_outcome")
  WHERE "shop_id" IS NOT NULL;
