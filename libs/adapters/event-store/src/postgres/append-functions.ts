import { APPEND_LOCK } from './first-append-function.js';

/**
 * The lock is held until the commit is visible and is taken in a statement of its own, so that the next statement's
 * snapshot has the newest position; in one statement with max(position) it would read the one before. Positions
 * therefore have no gaps and become visible in their order, which makes `position > last` a correct way to follow.
 */
const TAKE_LOCK = `
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'an append needs READ COMMITTED: under % it would not see the append before it',
      current_setting('transaction_isolation');
  END IF;
  PERFORM pg_advisory_xact_lock(${APPEND_LOCK});`;

/**
 * The settings pin plans that were made while the table was small or its statistics old: a cached plan that scans
 * it gets slower with every event.
 */
const PINNED = `
LANGUAGE plpgsql
SET enable_seqscan = off
SET enable_bitmapscan = off
SET enable_sort = off`;

/**
 * A single event that has nobody to travel with: one statement after the lock, or the way of a batch of one when the
 * stream is not where the append expects it.
 */
export const appendOne = `
CREATE FUNCTION log.append_one(
  in_stream text,
  in_expected bigint,
  in_id uuid,
  in_event text,
  OUT last_position bigint
)
${PINNED}
AS $$
BEGIN
  ${TAKE_LOCK}
  INSERT INTO log.event (position, stream, revision, event_id, event)
    SELECT coalesce((SELECT e.position FROM log.event e ORDER BY e.position DESC LIMIT 1), 0) + 1,
           in_stream, in_expected + 1, in_id, in_event::json
      WHERE in_expected = coalesce(
        (SELECT e.revision FROM log.event e WHERE e.stream = in_stream ORDER BY e.revision DESC LIMIT 1), -1)
    RETURNING position INTO last_position;
END
$$`;

/** Position of the last of these events when they stand right after the expected revision already, else null. */
export const placeOfRepeat = `
CREATE FUNCTION log.place_of_repeat(
  in_stream text,
  in_expected bigint,
  in_ids uuid[],
  OUT last_position bigint
)
${PINNED}
AS $$
DECLARE
  is_repeat boolean;
BEGIN
  SELECT array_agg(e.event_id ORDER BY e.revision) = in_ids, max(e.position) INTO is_repeat, last_position
    FROM log.event e
    WHERE e.stream = in_stream
      AND e.revision > in_expected AND e.revision <= in_expected + cardinality(in_ids);
  IF is_repeat IS NOT TRUE THEN last_position := NULL; END IF;
END
$$`;

/**
 * Many appends in one transaction, each with its own outcome, in their order: one that expects what an earlier one of
 * the batch leaves behind follows it. One that finds a stream moved by an earlier one of the batch, and not to where
 * it expects it, is answered `again`: whether it is a conflict or a repeat is seen when the batch is in the table.
 *
 * Answers a JSON array per append: `["appended" or "duplicate", last revision, last position]`,
 * `["conflict", actual revision]` or `["again"]`.
 */
export const appendBatch = `
CREATE FUNCTION log.append_batch(
  in_streams text[],          -- the batch's streams, each once
  in_stream_numbers int[],    -- per append: which of them
  in_expected bigint[],       -- per append
  in_counts int[],            -- per append: number of events
  in_append_numbers int[],    -- per event: of which append
  in_offsets int[],           -- per event: 1 for its append's first
  in_event_streams text[],    -- per event
  in_ids uuid[],              -- per event
  in_events text[],           -- per event
  OUT outcomes text
)
${PINNED}
AS $$
DECLARE
  head bigint;
  revisions bigint[];
  is_moved boolean[] := array_fill(false, ARRAY[cardinality(in_streams)]);
  befores bigint[] := array_fill(NULL::bigint, ARRAY[cardinality(in_expected)]);
  answers text[] := array_fill(NULL::text, ARRAY[cardinality(in_expected)]);
  s int;
  first_of_append int := 1;
  repeated bigint;
BEGIN
  ${TAKE_LOCK}
  SELECT array_agg(coalesce(last.revision, -1) ORDER BY sent.n) INTO revisions
    FROM unnest(in_streams) WITH ORDINALITY AS sent (stream, n)
    LEFT JOIN LATERAL (
      SELECT e.revision FROM log.event e WHERE e.stream = sent.stream ORDER BY e.revision DESC LIMIT 1
    ) last ON true;
  SELECT e.position INTO head FROM log.event e ORDER BY e.position DESC LIMIT 1;
  head := coalesce(head, 0);
  FOR a IN 1 .. cardinality(in_expected) LOOP
    s := in_stream_numbers[a];
    IF revisions[s] = in_expected[a] THEN
      befores[a] := head;
      head := head + in_counts[a];
      revisions[s] := revisions[s] + in_counts[a];
      is_moved[s] := true;
      answers[a] := '["appended",' || revisions[s] || ',' || head || ']';
    ELSIF is_moved[s] THEN
      answers[a] := '["again"]';
    ELSE
      repeated := log.place_of_repeat(
        in_streams[s], in_expected[a], in_ids[first_of_append : first_of_append + in_counts[a] - 1]);
      answers[a] := CASE WHEN repeated IS NULL
        THEN '["conflict",' || revisions[s] || ']'
        ELSE '["duplicate",' || in_expected[a] + in_counts[a] || ',' || repeated || ']' END;
    END IF;
    first_of_append := first_of_append + in_counts[a];
  END LOOP;
  INSERT INTO log.event (position, stream, revision, event_id, event)
    SELECT befores[sent.a] + sent.o, sent.stream, in_expected[sent.a] + sent.o, sent.id, sent.event::json
      FROM unnest(in_append_numbers, in_offsets, in_event_streams, in_ids, in_events)
        AS sent (a, o, stream, id, event)
      WHERE befores[sent.a] IS NOT NULL;
  outcomes := '[' || array_to_string(answers, ',') || ']';
END
$$`;
