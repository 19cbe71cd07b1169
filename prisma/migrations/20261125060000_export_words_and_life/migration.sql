-- What an export looked for in people's words stands at its event only, where erasure reaches it.
ALTER TABLE "audit_export" ADD COLUMN "event_id" UUID;
UPDATE "audit_export" x SET "event_id" = (
  SELECT e.id FROM "order_event" e
  WHERE e.action = 'audit.exported' AND e.text::jsonb -> 'details' ->> 'export' = x.id::text
  LIMIT 1);
UPDATE "audit_export" SET "filter" = regexp_replace("filter", '&?\ywords=.*$', '');

-- While its process lives, an export says so.
ALTER TABLE "audit_export" ADD COLUMN "alive_at" TIMESTAMPTZ(3);
UPDATE "audit_export" SET "alive_at" = "started_at";
ALTER TABLE "audit_export" ALTER COLUMN "alive_at" SET NOT NULL;
