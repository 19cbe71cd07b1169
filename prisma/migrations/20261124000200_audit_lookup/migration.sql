-- The newest events of all, of one shop, of one act.
CREATE INDEX "order_event_at_id_idx" ON "order_event"("at" DESC, "id" DESC);
CREATE INDEX "order_event_shop_id_at_id_idx" ON "order_event"("shop_id", "at" DESC, "id" DESC);
CREATE INDEX "order_event_action_at_id_idx" ON "order_event"("action", "at" DESC, "id" DESC);

-- What was filed today; a shop's latest results.
CREATE INDEX "correction_request_filed_at_idx" ON "correction_request"("filed_at");
CREATE INDEX "correction_request_shop_id_decided_at_idx" ON "correction_request"("shop_id", "decided_at" DESC);
