-- Tickets resolved within the provider's own time: as in one.sql, less the time that the customer held them (holds 0 and 1).
-- Pieces of held time are disjoint, so their open time adds up without any window function. They are summed over a whole life
-- first; holds may outlast only the few tickets without a resolution, whose pieces are summed again, cut. Missed tickets that
-- cross a month's end are told apart by the time counted up to it.
CREATE OR REPLACE TEMP MACRO end_of(resolved, cancelled, closed) AS coalesce(resolved, cancelled - 1, closed, ${as-of});
CREATE OR REPLACE TEMP TABLE paused AS
SELECT case_no, sum((y.desk_at + y.desk_open * u) - (x.desk_at + x.desk_open * f))::BIGINT AS paused, max(u) AS until
FROM (SELECT case_no, f, coalesce(u, ${as-of}) AS u FROM "tickets.atoms" WHERE mask & 3 <> 0)
JOIN slots x ON x.slot = (f // 1800000000)::INT
JOIN slots y ON y.slot = (u // 1800000000)::INT
GROUP BY case_no;
CREATE OR REPLACE TEMP TABLE cut AS
WITH outlasting AS (
  SELECT case_no, end_of("m:resolved", "m:cancelled", "m:closed") AS e
  FROM "tickets.cases"
  WHERE "m:resolved" IS NULL)
SELECT a.case_no,
  sum((y.desk_at + y.desk_open * least(coalesce(u, e), e)) - (x.desk_at + x.desk_open * least(f, e)))::BIGINT AS paused
FROM "tickets.atoms" a
JOIN outlasting o ON o.case_no = a.case_no
JOIN slots x ON x.slot = (least(f, e) // 1800000000)::INT
JOIN slots y ON y.slot = (least(coalesce(u, e), e) // 1800000000)::INT
WHERE mask & 3 <> 0
GROUP BY ALL;
CREATE OR REPLACE TEMP TABLE counted AS
WITH
ends AS (
  SELECT case_no, "f:priority" AS priority, "m:opened" AS s, end_of("m:resolved", "m:cancelled", "m:closed") AS e,
    CASE WHEN "m:resolved" IS NOT NULL THEN 0 WHEN "m:cancelled" IS NOT NULL THEN 1 WHEN "m:closed" IS NOT NULL THEN 2 ELSE 3 END AS how
  FROM "tickets.cases"),
timed AS (
  SELECT ends.case_no, priority, how, x.period, y.period AS ended,
    (y.desk_at + y.desk_open * e) - (x.desk_at + x.desk_open * s) + (how = 1)::BIGINT - coalesce(cut.paused, paused.paused, 0) AS elapsed,
    CASE priority WHEN 1 THEN 9 WHEN 2 THEN 11 WHEN 3 THEN 15 ELSE 20 END * 3600000000 AS allowed
  FROM ends
  JOIN slots x ON x.slot = (s // 1800000000)::INT
  JOIN slots y ON y.slot = (e // 1800000000)::INT
  LEFT JOIN paused ON paused.case_no = ends.case_no
  LEFT JOIN cut ON cut.case_no = ends.case_no)
SELECT priority, period, ended, how, count(*) AS cases, count_if(elapsed > allowed) AS missed,
  list(case_no) FILTER (WHERE elapsed > allowed AND period <> ended) AS crossing
FROM timed
GROUP BY ALL;
-- The month in which each crossing ticket ran out: the first at whose end the time counted reaches the limit.
CREATE OR REPLACE TEMP TABLE ran_out AS
WITH
crossing AS (SELECT priority, period AS began, ended, unnest(crossing) AS case_no FROM counted),
months AS (SELECT DISTINCT period, desk_end, period_end FROM slots),
pauses AS (
  SELECT case_no, (x.desk_at + x.desk_open * f) AS f, (y.desk_at + y.desk_open * u) AS u
  FROM (SELECT case_no, f, coalesce(u, ${as-of}) AS u FROM "tickets.atoms" SEMI JOIN crossing USING (case_no) WHERE mask & 3 <> 0)
  JOIN slots x ON x.slot = (f // 1800000000)::INT
  JOIN slots y ON y.slot = (u // 1800000000)::INT),
ends AS (
  SELECT c.case_no, c.priority, m.period, any_value(m.desk_end - (x.desk_at + x.desk_open * t."m:opened"))
    - coalesce(sum(least(p.u, m.desk_end) - least(p.f, m.desk_end)), 0) AS elapsed
  FROM "tickets.cases" t
  JOIN crossing c ON c.case_no = t.case_no
  JOIN slots x ON x.slot = (t."m:opened" // 1800000000)::INT
  JOIN months m ON m.period BETWEEN c.began AND c.ended - 1
  LEFT JOIN pauses p ON p.case_no = c.case_no
  GROUP BY ALL)
SELECT c.priority, c.case_no,
  coalesce(min(e.period) FILTER (WHERE e.elapsed >= CASE c.priority WHEN 1 THEN 9 WHEN 2 THEN 11 WHEN 3 THEN 15 ELSE 20 END * 3600000000), any_value(c.ended)) AS period
FROM crossing c
LEFT JOIN ends e ON e.case_no = c.case_no
GROUP BY ALL;

WITH decided AS (
  SELECT priority, ended AS period, CASE how WHEN 0 THEN cases - missed ELSE 0 END AS cases,
    CASE how WHEN 0 THEN cases - missed ELSE 0 END AS holding, CASE how WHEN 2 THEN cases - missed ELSE 0 END AS indeterminate
  FROM counted
  UNION ALL
  SELECT priority, period, missed - coalesce(len(crossing), 0), 0, 0 FROM counted
  UNION ALL
  SELECT priority, period, count(*), 0, 0 FROM ran_out GROUP BY ALL)
SELECT 'resolved' AS metric, priority - 1 AS line, period, sum(cases) AS cases, sum(holding) AS holding,
  sum(indeterminate) AS indeterminate, sum(holding) AS figure, sum(cases) AS divisor,
  sum(holding) AS low, sum(holding) + sum(indeterminate) AS high, sum(cases) + sum(indeterminate) AS "all"
FROM decided
GROUP BY ALL
HAVING sum(cases) + sum(indeterminate) > 0;

SELECT 'resolved' AS metric, sum(cases) AS "all", sum(CASE how WHEN 0 THEN cases ELSE missed END) AS counted,
  sum(CASE how WHEN 2 THEN cases - missed ELSE 0 END) AS indeterminate, sum(CASE how WHEN 3 THEN cases - missed ELSE 0 END) AS open,
  sum(CASE how WHEN 1 THEN cases - missed ELSE 0 END) AS voided, 0 AS not_qualified
FROM counted;
