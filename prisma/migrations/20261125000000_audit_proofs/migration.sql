-- The log is partitioned by month, every event's place is kept apart, and a Merkle tree grows over all of them
-- (docs/decisions/014).

ALTER TABLE "desk_settings" ADD COLUMN     "event_hash" TEXT,
ADD COLUMN     "event_seq" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "shop" ADD COLUMN     "retention_years" INTEGER NOT NULL DEFAULT 7;

-- ── Events, by month ──
-- An event's id begins with its time, so the months are ranges of ids and the newest events are the last ids.

ALTER TABLE "order_event" RENAME TO "order_event_before";
ALTER TABLE "order_event_before" DROP CONSTRAINT "order_event_pkey" CASCADE;
DROP TRIGGER "order_event_no_change" ON "order_event_before";
DROP TRIGGER "order_event_no_truncate" ON "order_event_before";

CREATE TABLE "order_event" (
    "id" UUID NOT NULL,
    "chain_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "shop_id" UUID,
    "order_id" UUID,
    "request_id" UUID,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_role" TEXT NOT NULL,
    "amount" INTEGER,
    "payment_before" "payment_status",
    "payment_after" "payment_status",
    "shipping_before" "shipping_status"[],
    "shipping_after" "shipping_status"[],
    "evidence_outcome" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_event_pkey" PRIMARY KEY ("id")
) PARTITION BY RANGE ("id");

CREATE TABLE "order_event_other" PARTITION OF "order_event" DEFAULT;

CREATE FUNCTION uuid_floor(at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT (lpad(to_hex(floor(extract(epoch FROM at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

-- What a person's search compares: full and half width, upper and lower case are alike.
CREATE FUNCTION fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(normalize(words, NFKC))
$$;

-- Each two neighbouring characters as one number, so that words of two characters are found by an index.
CREATE FUNCTION bigrams(folded text) RETURNS integer[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT (ascii(one) << 16) # ascii(next)), '{}')
  FROM (SELECT one, lead(one) OVER (ORDER BY place) AS next
        FROM string_to_table(folded, NULL) WITH ORDINALITY AS letters (one, place)) AS pairs
  WHERE next IS NOT NULL
$$;

CREATE FUNCTION fold_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.folded := fold(NEW.words);
  NEW.bigrams := bigrams(NEW.folded);
  RETURN NEW;
END
$$;

-- The words stay in one table: they are what is searched and what is erased, whatever becomes of their month.
ALTER TABLE "order_event_words"
  ADD COLUMN "shop_id" UUID,
  ADD COLUMN "folded" TEXT,
  ADD COLUMN "bigrams" INTEGER[],
  ALTER COLUMN "salt" DROP NOT NULL,
  ALTER COLUMN "words" DROP NOT NULL;
ALTER TABLE "order_event_words" DISABLE TRIGGER "order_event_words_no_change";
UPDATE "order_event_words" w SET shop_id = e.shop_id, folded = fold(w.words), bigrams = bigrams(fold(w.words))
  FROM "order_event_before" e WHERE e.id = w.event_id;
ALTER TABLE "order_event_words" ENABLE TRIGGER "order_event_words_no_change";
CREATE TRIGGER order_event_words_fold BEFORE INSERT ON "order_event_words"
  FOR EACH ROW EXECUTE FUNCTION fold_words();

CREATE TABLE "event_leaf" (
    "chain_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "event_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "leaf_index" INTEGER,
    "leaf_hash" BYTEA,

    CONSTRAINT "event_leaf_pkey" PRIMARY KEY ("chain_id","seq")
);

CREATE TABLE "tree_tile" (
    "level" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "hashes" BYTEA NOT NULL,
    "root" BYTEA NOT NULL,

    CONSTRAINT "tree_tile_pkey" PRIMARY KEY ("level","index")
);

CREATE TABLE "checkpoint" (
    "size" INTEGER NOT NULL,
    "root" BYTEA NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("size")
);

CREATE TABLE "cosignature" (
    "size" INTEGER NOT NULL,
    "witness" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cosignature_pkey" PRIMARY KEY ("size","witness")
);

CREATE TABLE "checkpoint_copy" (
    "sink" TEXT NOT NULL,
    "size" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3),
    "error" TEXT,
    "error_at" TIMESTAMPTZ(3),

    CONSTRAINT "checkpoint_copy_pkey" PRIMARY KEY ("sink")
);

CREATE TABLE "signing_key" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "private_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "audit_check" (
    "id" UUID NOT NULL,
    "shop_id" UUID,
    "started_by_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "events" INTEGER NOT NULL DEFAULT 0,
    "chains" INTEGER NOT NULL DEFAULT 0,
    "fault_count" INTEGER NOT NULL DEFAULT 0,
    "faults" JSONB,
    "error" TEXT,

    CONSTRAINT "audit_check_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "audit_export" (
    "id" UUID NOT NULL,
    "shop_id" UUID,
    "started_by_id" UUID NOT NULL,
    "filter" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "rows" INTEGER NOT NULL DEFAULT 0,
    "unfit" JSONB,
    "cut_short" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "audit_export_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "saved_search" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "filter" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "archived_month" (
    "month" TEXT NOT NULL,
    "events" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "archived_month_pkey" PRIMARY KEY ("month")
);

-- ── Places ──
-- Written with the event by a trigger that nobody can forget. It takes no gap, no fork and no text without its hash.

CREATE FUNCTION place_events() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM added WHERE hash <> encode(sha256(convert_to(text, 'UTF8')), 'hex')) THEN
    RAISE EXCEPTION 'an event whose hash is not its text''s' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO event_leaf (chain_id, seq, event_id, hash)
    SELECT chain_id, seq, id, decode(hash, 'hex') FROM added;
  IF EXISTS (
    SELECT FROM added
    WHERE NOT (seq = 1 AND prev_hash = repeat('0', 64)) AND NOT EXISTS (
      SELECT FROM event_leaf before
      WHERE before.chain_id = added.chain_id AND before.seq = added.seq - 1
        AND before.hash = decode(added.prev_hash, 'hex'))
  ) THEN
    RAISE EXCEPTION 'an event that does not follow its chain''s last one' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER order_event_place AFTER INSERT ON "order_event" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION place_events();

CREATE UNIQUE INDEX "event_leaf_event_id_key" ON "event_leaf"("event_id");
CREATE UNIQUE INDEX "event_leaf_leaf_index_key" ON "event_leaf"("leaf_index");
CREATE INDEX "checkpoint_at_idx" ON "checkpoint"("at");
CREATE INDEX "audit_check_shop_id_started_at_idx" ON "audit_check"("shop_id", "started_at" DESC);
CREATE INDEX "audit_export_started_by_id_started_at_idx" ON "audit_export"("started_by_id", "started_at" DESC);
CREATE UNIQUE INDEX "saved_search_user_id_name_key" ON "saved_search"("user_id", "name");
-- The sealer's work.
CREATE INDEX "event_leaf_unsealed_idx" ON "event_leaf"("event_id") WHERE "leaf_index" IS NULL;

INSERT INTO "order_event"
  SELECT id, chain_id, seq, prev_hash, hash, text, shop_id, order_id, request_id, action, outcome, actor_id, actor_role,
         NULL, payment_before, payment_after, '{}', '{}', NULL, at
  FROM "order_event_before" ORDER BY chain_id, seq;
DROP TABLE "order_event_before";

CREATE INDEX "order_event_chain_id_seq_idx" ON "order_event"("chain_id", "seq");
CREATE INDEX "order_event_request_id_id_idx" ON "order_event"("request_id", "id");
CREATE INDEX "order_event_shop_id_id_idx" ON "order_event"("shop_id", "id");
CREATE INDEX "order_event_action_id_idx" ON "order_event"("action", "id");
CREATE INDEX "order_event_actor_id_id_idx" ON "order_event"("actor_id", "id");
CREATE INDEX "order_event_payment_idx" ON "order_event"("payment_before", "payment_after", "id")
  WHERE "payment_before" IS DISTINCT FROM "payment_after";
CREATE INDEX "order_event_evidence_outcome_idx" ON "order_event"("evidence_outcome", "id")
  WHERE "evidence_outcome" IS NOT NULL;
CREATE INDEX "order_event_words_shop_id_event_id_idx" ON "order_event_words"("shop_id", "event_id");
CREATE INDEX "order_event_words_bigrams_idx" ON "order_event_words" USING GIN ("bigrams");
-- A long list of pending entries would be read by every search.
ALTER INDEX "order_event_words_bigrams_idx" SET (gin_pending_list_limit = 256);

ALTER TABLE "order_event"
  ADD CONSTRAINT "order_event_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "order_event_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "order_event_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "correction_request"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "order_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "cosignature" ADD CONSTRAINT "cosignature_size_fkey" FOREIGN KEY ("size") REFERENCES "checkpoint"("size") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "audit_check" ADD CONSTRAINT "audit_check_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "audit_check" ADD CONSTRAINT "audit_check_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "audit_export" ADD CONSTRAINT "audit_export_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "audit_export" ADD CONSTRAINT "audit_export_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Months ──
-- Makes the partitions from one month to another, by UTC, that are not there and were not archived. A month whose
-- events already lie in the partition for all others stays there.
CREATE FUNCTION make_event_months(first timestamptz, last timestamptz) RETURNS void
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
      AND NOT EXISTS (SELECT FROM archived_month a WHERE a.month = to_char(make_event_months.month, 'YYYY-MM'))
      AND NOT EXISTS (SELECT FROM order_event_other WHERE id >= low AND id < high)
    THEN
      EXECUTE format('CREATE TABLE %I PARTITION OF order_event FOR VALUES FROM (%L) TO (%L)', name, low, high);
      EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
    END IF;
    month := month + interval '1 month';
  END LOOP;
END
$$;
REVOKE ALL ON FUNCTION make_event_months FROM PUBLIC;
GRANT EXECUTE ON FUNCTION make_event_months TO mitame_app;

-- ── Rights ──
GRANT SELECT, INSERT ON "order_event", "tree_tile", "checkpoint", "cosignature", "signing_key" TO mitame_app;
GRANT SELECT ON "event_leaf", "archived_month" TO mitame_app;
GRANT UPDATE ("leaf_index", "leaf_hash") ON "event_leaf" TO mitame_app;
GRANT SELECT, INSERT, UPDATE ON "checkpoint_copy", "audit_check", "audit_export" TO mitame_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "saved_search" TO mitame_app;

CREATE TRIGGER order_event_no_change BEFORE UPDATE OR DELETE ON "order_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER order_event_no_truncate BEFORE TRUNCATE ON "order_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON "order_event_other"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A leaf is given its place in the tree once.
CREATE FUNCTION refuse_second_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.leaf_index IS NOT NULL OR NEW.leaf_index IS NULL OR NEW.leaf_hash IS NULL
    OR (NEW.chain_id, NEW.seq, NEW.event_id, NEW.hash) IS DISTINCT FROM (OLD.chain_id, OLD.seq, OLD.event_id, OLD.hash)
  THEN
    RAISE EXCEPTION 'the audit log is append-only: % on % refused', TG_OP, TG_TABLE_NAME
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER event_leaf_seal_once BEFORE UPDATE ON "event_leaf"
  FOR EACH ROW EXECUTE FUNCTION refuse_second_seal();
CREATE TRIGGER event_leaf_no_delete BEFORE DELETE ON "event_leaf" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_leaf_no_truncate BEFORE TRUNCATE ON "event_leaf" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tree_tile_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON "tree_tile"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER checkpoint_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON "checkpoint"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cosignature_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON "cosignature"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER signing_key_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON "signing_key"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER archived_month_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON "archived_month"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ── Erasing ──
-- The one way by which words go: all of an event's at once, with their salt, so that nothing can be guessed from the digest.
CREATE FUNCTION erase_event_words(events uuid[]) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE erased integer;
BEGIN
  PERFORM set_config('mitame.erasing', 'on', true);
  UPDATE order_event_words SET salt = NULL, words = NULL, folded = NULL, bigrams = NULL
    WHERE event_id = ANY (events) AND words IS NOT NULL;
  GET DIAGNOSTICS erased = ROW_COUNT;
  PERFORM set_config('mitame.erasing', 'off', true);
  RETURN erased;
END
$$;
REVOKE ALL ON FUNCTION erase_event_words FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_event_words TO mitame_app;

CREATE FUNCTION refuse_but_erase() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('mitame.erasing', true) = 'on' AND NEW.salt IS NULL AND NEW.words IS NULL
    AND (NEW.event_id, NEW.shop_id) IS NOT DISTINCT FROM (OLD.event_id, OLD.shop_id)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the audit log is append-only: % on % refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$$;
DROP TRIGGER "order_event_words_no_change" ON "order_event_words";
CREATE TRIGGER order_event_words_no_change BEFORE UPDATE OR DELETE ON "order_event_words"
  FOR EACH ROW EXECUTE FUNCTION refuse_but_erase();
