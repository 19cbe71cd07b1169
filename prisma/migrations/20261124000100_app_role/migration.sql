-- The desk works as a role that cannot rewrite what was recorded. Roles belong to the cluster, so the role may exist.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mitame_app') THEN
    CREATE ROLE mitame_app NOLOGIN;
  END IF;
  IF NOT pg_has_role(current_user, 'mitame_app', 'SET') THEN
    EXECUTE format('GRANT mitame_app TO %I WITH SET TRUE', current_user);
  END IF;
END
$$;

GRANT USAGE ON SCHEMA public TO mitame_app;

-- Business data: never deleted.
GRANT SELECT, INSERT, UPDATE ON
  "user", "organization", "shop", "order", "delivery", "correction_batch", "correction_request", "desk_settings"
TO mitame_app;

-- Records: written once.
GRANT SELECT, INSERT ON "decision", "message", "order_event", "order_event_words" TO mitame_app;

-- Accounts' working data: comes and goes.
GRANT SELECT, INSERT, UPDATE, DELETE ON
  "session", "account", "verification", "member", "invitation", "two_factor", "rate_limit", "draft"
TO mitame_app;

CREATE SEQUENCE "correction_reference_seq";
GRANT USAGE ON SEQUENCE "correction_reference_seq" TO mitame_app;

-- The audit log refuses change for everybody, its owner included.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only: % on % refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER order_event_no_change BEFORE UPDATE OR DELETE ON "order_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER order_event_no_truncate BEFORE TRUNCATE ON "order_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER order_event_words_no_change BEFORE UPDATE OR DELETE ON "order_event_words"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER order_event_words_no_truncate BEFORE TRUNCATE ON "order_event_words"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

INSERT INTO "desk_settings" ("id") VALUES (1);
