-- A variable of a function is not known by the function's name, as its parameters are: no month could be made.
CREATE OR REPLACE FUNCTION make_event_months(first timestamptz, last timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  start timestamp := date_trunc('month', first AT TIME ZONE 'UTC');
  low uuid;
  high uuid;
  name text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('make_event_months'));
  WHILE start <= last AT TIME ZONE 'UTC' LOOP
    name := 'order_event_' || to_char(start, 'YYYY_MM');
    low := uuid_floor(start AT TIME ZONE 'UTC');
    high := uuid_floor((start + interval '1 month') AT TIME ZONE 'UTC');
    IF to_regclass(name) IS NULL
      AND NOT EXISTS (
        SELECT FROM archived_month a WHERE a.month = to_char(start, 'YYYY-MM') AND a.restored_at IS NULL)
      AND NOT EXISTS (SELECT FROM order_event_other WHERE id >= low AND id < high)
    THEN
      EXECUTE format('CREATE TABLE %I PARTITION OF order_event FOR VALUES FROM (%L) TO (%L)', name, low, high);
      EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
    END IF;
    start := start + interval '1 month';
  END LOOP;
END
$$;
