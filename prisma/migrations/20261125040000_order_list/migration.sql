-- The order list by a shipping status that few orders have.
CREATE INDEX "delivery_status_order_id_idx" ON "delivery"("status", "order_id");

-- The order list by an amount that few orders have.
CREATE INDEX "order_amount_idx" ON "order"("amount");
