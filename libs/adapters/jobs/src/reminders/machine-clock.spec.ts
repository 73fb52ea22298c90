import { silentLog } from '@entente/platform';

import type { JobWorker } from '../queues/queues.js';
import { MachineClock } from './machine-clock.js';
import type { ReminderHint } from './reminder-hint.js';

const HOUR_MS = 3_600_000;
const hint: ReminderHint = { space: 'main', agreementId: 'a', deadlineId: 'd', step: 'remind-5', version: 1 };

function started() {
  const told: string[] = [];
  const tell = (what: string) => (): Promise<void> => {
    told.push(what);
    return Promise.resolve();
  };
  const worker: JobWorker = { pause: tell('pause'), resume: tell('resume'), close: tell('close') };
  const state = { skewMs: 0 };
  const clock = new MachineClock({
    skewMs: () => state.skewMs,
    putRight: ({ agreementId }) => tell(`put right ${agreementId}`)(),
    log: silentLog,
  });
  return { told, state, clock, mind: () => clock.mind(worker) };
}

test.each([0, 4_000, -4_000])('a clock wrong by %d ms is followed', async (skewMs) => {
  const { told, state, clock, mind } = started();
  state.skewMs = skewMs;
  clock.givenBack(hint);
  await mind();
  expect(told).toEqual([]);
  expect(clock.isPaused).toBe(false);
});

test.each([HOUR_MS, -HOUR_MS])('while it is wrong by %d ms no job is taken', async (skewMs) => {
  const { told, state, clock, mind } = started();
  state.skewMs = skewMs;
  await mind();
  await mind();
  expect(told).toEqual(['pause']);
  expect(clock.isPaused).toBe(true);
  state.skewMs = 0;
  await mind();
  await mind();
  expect(told).toEqual(['pause', 'resume']);
  expect(clock.isPaused).toBe(false);
});

test('what was given back by it is put where it belongs, once', async () => {
  const { told, state, clock, mind } = started();
  state.skewMs = HOUR_MS;
  clock.givenBack(hint);
  clock.givenBack(hint);
  clock.givenBack({ ...hint, agreementId: 'b' });
  await mind();
  await mind();
  expect(told).toEqual(['pause', 'put right a', 'put right b']);
});
