-- Working time in PostgreSQL over the pairs that Beside drew: question|side|pairs|seconds|answer.
-- Run by psql with -v folder=FOLDER in a database of no use; all tables are temporary.
\cd :folder
CREATE TEMP TABLE pairs (begun timestamp, ended timestamp);
\copy pairs FROM 'pairs.csv' (FORMAT csv, HEADER)
CREATE TEMP TABLE holidays (day date PRIMARY KEY);
\copy holidays FROM 'holidays.csv'
-- The open windows, once: a row each.
CREATE TEMP TABLE windows AS
  SELECT d::date + w.open AS open, d::date + w.close AS close
  FROM generate_series(timestamp '2024-01-01', timestamp '2027-12-31', interval '1 day') AS d,
    (VALUES (time '08:00', time '12:00'), (time '12:30', time '17:00')) AS w (open, close)
  WHERE extract(isodow FROM d) < 6 AND d::date NOT IN (SELECT day FROM holidays);
CREATE INDEX ON windows (open);
ANALYZE pairs;
ANALYZE windows;
CREATE TEMP TABLE few AS SELECT * FROM pairs LIMIT 20000;
ANALYZE few;
CREATE TEMP TABLE told (line text);

DO $$
DECLARE
  begun timestamptz; runs float8[]; answer bigint; of bigint;
BEGIN
  SELECT count(*) INTO of FROM few;
  runs := '{}';
  FOR round IN 1..3 LOOP
    begun := clock_timestamp();
    SELECT sum(t.seconds) INTO answer FROM few AS p, LATERAL (
      SELECT coalesce(sum(extract(epoch FROM least(w.close, p.ended) - greatest(w.open, p.begun))), 0) AS seconds
      FROM windows AS w WHERE w.open < p.ended AND w.open >= p.begun - interval '5 hours' AND w.close > p.begun) AS t;
    runs := runs || extract(epoch FROM clock_timestamp() - begun)::float8;
  END LOOP;
  INSERT INTO told SELECT 'open seconds|PostgreSQL, a table of windows|' || of || '|'
    || percentile_cont(0.5) WITHIN GROUP (ORDER BY r) || '|' || answer FROM unnest(runs) AS r;
  runs := '{}';
  FOR round IN 1..3 LOOP
    begun := clock_timestamp();
    SELECT sum(t.seconds) INTO answer FROM few AS p, LATERAL (
      SELECT coalesce(sum(greatest(0, extract(epoch FROM least(d::date + w.close, p.ended) - greatest(d::date + w.open, p.begun)))), 0) AS seconds
      FROM generate_series(p.begun::date::timestamp, p.ended::date::timestamp, interval '1 day') AS d,
        (VALUES (time '08:00', time '12:00'), (time '12:30', time '17:00')) AS w (open, close)
      WHERE extract(isodow FROM d) < 6 AND NOT EXISTS (SELECT 1 FROM holidays AS h WHERE h.day = d::date)) AS t;
    runs := runs || extract(epoch FROM clock_timestamp() - begun)::float8;
  END LOOP;
  INSERT INTO told SELECT 'open seconds|PostgreSQL, generate_series|' || of || '|'
    || percentile_cont(0.5) WITHIN GROUP (ORDER BY r) || '|' || answer FROM unnest(runs) AS r;
END $$;
SELECT line FROM told;
