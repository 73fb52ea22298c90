/** Carries the position of an event that readers can see. */
export const APPENDED_CHANNEL = 'entente_log_appended';

/** Any constant will do, as long as every version of ours uses the same. */
export const APPEND_LOCK = 6_817_442_091;

/**
 * Of the first version, and still there for a process of it that runs beside newer ones; these use
 * `append-functions.ts`.
 *
 * One append: all its events or none, at the end of the log, in the caller's transaction (which is the statement).
 *
 * The lock is held until the commit is visible and is taken in a statement of its own, so that the next statement's
 * snapshot has the newest position; in one statement with max(position) it would read the one before. Positions
 * therefore have no gaps and become visible in their order, which makes `position > last` a correct way to follow.
 *
 * The settings pin plans that were made while the table was small or its statistics old: a cached plan that scans
 * it gets slower with every event.
 */
export const appendFunction = `
CREATE FUNCTION log.append_events(
  in_stream text,
  in_expected bigint,
  in_ids uuid[],
  in_events text[],
  OUT outcome text,
  OUT last_revision bigint,
  OUT last_position bigint
)
LANGUAGE plpgsql
SET enable_seqscan = off
SET enable_bitmapscan = off
SET enable_sort = off
AS $$
DECLARE
  head bigint;
  is_repeat boolean;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'an append needs READ COMMITTED: under % it would not see the append before it',
      current_setting('transaction_isolation');
  END IF;
  PERFORM pg_advisory_xact_lock(${APPEND_LOCK});

  SELECT e.revision INTO last_revision
    FROM log.event e WHERE e.stream = in_stream ORDER BY e.revision DESC LIMIT 1;
  last_revision := coalesce(last_revision, -1);

  IF last_revision <> in_expected THEN
    SELECT array_agg(e.event_id ORDER BY e.revision) = in_ids, max(e.position) INTO is_repeat, last_position
      FROM log.event e
      WHERE e.stream = in_stream
        AND e.revision > in_expected AND e.revision <= in_expected + cardinality(in_ids);
    IF is_repeat THEN
      outcome := 'duplicate';
      last_revision := in_expected + cardinality(in_ids);
    ELSE
      outcome := 'conflict';
      last_position := NULL;
    END IF;
    RETURN;
  END IF;

  SELECT e.position INTO head FROM log.event e ORDER BY e.position DESC LIMIT 1;
  head := coalesce(head, 0);
  INSERT INTO log.event (position, stream, revision, event_id, event)
    SELECT head + sent.n, in_stream, in_expected + sent.n, sent.id, sent.event::json
      FROM unnest(in_ids, in_events) WITH ORDINALITY AS sent (id, event, n);

  outcome := 'appended';
  last_revision := in_expected + cardinality(in_ids);
  last_position := head + cardinality(in_ids);
  PERFORM pg_notify('${APPENDED_CHANNEL}', last_position::text);
END
$$`;
