-- What people wrote can be erased wherever it stands, and a month of events can leave the database and come back
-- (docs/decisions/016).

-- Erased: null. A decision need not have a note, so that it had one is told apart.
ALTER TABLE "correction_request" ALTER COLUMN "reason" DROP NOT NULL;
ALTER TABLE "message" ALTER COLUMN "body" DROP NOT NULL;
ALTER TABLE "decision" ADD COLUMN     "note_erased" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "shop" ADD CONSTRAINT "shop_retention_years_check" CHECK ("retention_years" IN (7, 10));

-- A month may be archived again once it was restored.
ALTER TABLE "archived_month" DROP CONSTRAINT "archived_month_pkey",
ADD COLUMN     "restored_at" TIMESTAMPTZ(3),
ADD CONSTRAINT "archived_month_pkey" PRIMARY KEY ("month", "archived_at");
CREATE UNIQUE INDEX "archived_month_away_key" ON "archived_month"("month") WHERE "restored_at" IS NULL;

-- ── Erasing ──
-- The one way by which words go: all of an event's at once, with their salt, so that nothing can be guessed from the
-- digest; and with them their copies on the same order or request that are older than `older_than`.
DROP FUNCTION erase_event_words(uuid[]);
CREATE FUNCTION erase_event_words(events uuid[], older_than timestamptz DEFAULT 'infinity') RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  going record;
BEGIN
  PERFORM set_config('mitame.erasing', 'on', true);
  FOR going IN
    SELECT w.event_id, w.words, l.chain_id
    FROM order_event_words w JOIN event_leaf l ON l.event_id = w.event_id
    WHERE w.event_id = ANY (events) AND w.words IS NOT NULL
    ORDER BY w.event_id
    FOR UPDATE OF w
  LOOP
    UPDATE correction_request r SET reason = NULL, claim_words = NULL
      WHERE (r.id = going.chain_id OR r.order_id = going.chain_id)
        AND r.reason = going.words AND r.filed_at < older_than;
    UPDATE message m SET body = NULL FROM correction_request r
      WHERE (r.id = going.chain_id OR r.order_id = going.chain_id) AND m.request_id = r.id
        AND m.body = going.words AND m.at < older_than;
    UPDATE decision d SET note = NULL, note_erased = true FROM correction_request r
      WHERE (r.id = going.chain_id OR r.order_id = going.chain_id) AND d.request_id = r.id
        AND d.note = going.words AND d.at < older_than;
    UPDATE order_event_words SET salt = NULL, words = NULL, folded = NULL, bigrams = NULL
      WHERE event_id = going.event_id;
    RETURN NEXT going.event_id;
  END LOOP;
  PERFORM set_config('mitame.erasing', 'off', true);
END
$$;
REVOKE ALL ON FUNCTION erase_event_words FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_event_words TO mitame_app;

-- What the nightly job looks for.
CREATE INDEX "order_event_words_kept_idx" ON "order_event_words"("shop_id", "event_id") WHERE "words" IS NOT NULL;

-- ── Archive ──
-- A row says once that its month came back; nothing else of it changes.
DROP TRIGGER "archived_month_no_change" ON "archived_month";
CREATE FUNCTION refuse_but_restore() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.restored_at IS NULL AND NEW.restored_at IS NOT NULL
    AND (NEW.month, NEW.events, NEW.file_name, NEW.sha256, NEW.archived_at)
      = (OLD.month, OLD.events, OLD.file_name, OLD.sha256, OLD.archived_at)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the audit log is append-only: % on % refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER archived_month_restore_once BEFORE UPDATE ON "archived_month"
  FOR EACH ROW EXECUTE FUNCTION refuse_but_restore();
CREATE TRIGGER archived_month_no_change BEFORE DELETE OR TRUNCATE ON "archived_month"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Where a month of events begins and ends, by id.
CREATE FUNCTION month_floor(month text) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT uuid_floor(make_timestamptz(left(month, 4)::int, right(month, 2)::int, 1, 0, 0, 0, 'UTC'))
$$;
CREATE FUNCTION month_ceiling(month text) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT uuid_floor(make_timestamptz(
    left(month, 4)::int + (right(month, 2) = '12')::int, right(month, 2)::int % 12 + 1, 1, 0, 0, 0, 'UTC'))
$$;

-- As before, but for months that came back: their partition was made with them.
CREATE OR REPLACE FUNCTION make_event_months(first timestamptz, last timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  month timestamp := date_trunc('month', first AT TIME ZONE 'UTC');
  low uuid;
  high uuid;
  name text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('make_event_months'));
  WHILE month <= last AT TIME ZONE 'UTC' LOOP
    name := 'order_event_' || to_char(month, 'YYYY_MM');
    low := uuid_floor(month AT TIME ZONE 'UTC');
    high := uuid_floor((month + interval '1 month') AT TIME ZONE 'UTC');
    IF to_regclass(name) IS NULL
      AND NOT EXISTS (
        SELECT FROM archived_month a
        WHERE a.month = to_char(make_event_months.month, 'YYYY-MM') AND a.restored_at IS NULL)
      AND NOT EXISTS (SELECT FROM order_event_other WHERE id >= low AND id < high)
    THEN
      EXECUTE format('CREATE TABLE %I PARTITION OF order_event FOR VALUES FROM (%L) TO (%L)', name, low, high);
      EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
    END IF;
    month := month + interval '1 month';
  END LOOP;
END
$$;
