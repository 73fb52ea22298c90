import { setTimeout as sleep } from 'node:timers/promises';

import { needs } from '../support/needs.js';
import { OwnKurrentDB } from '../support/own-kurrentdb.js';
import { OwnPostgres } from '../support/own-postgres.js';
import { startRedis } from '../support/redis.js';
import { dataFolder, startServer } from '../support/running-program.js';
import { SeverableProxy } from '../support/severable-proxy.js';
import { mustHold, type Counts, type Fault, type FaultOptions } from './fault.js';
import { HttpLoad, type Ending } from './http-load.js';

const BACK_WITHIN_MS = 2_000;
const KEY = '5e'.repeat(32);

type Environment = Readonly<Record<string, string>>;

const postgresAway: Fault = {
  id: 'R3',
  title: 'PostgreSQL, which holds log, views and queues, is away under HTTP load',
  run: (options) => withDatabase((wire, env) => away(wire, env, options)),
};

const redisAway: Fault = {
  id: 'R3',
  title: 'Redis, which holds the queues, is away under HTTP load',
  needs: [needs.redis],
  run: (options) =>
    withDatabase(async (_, env) => {
      const redis = await startRedis();
      try {
        const [wire, url] = await wired(redis.url);
        return await away(wire, { ...env, REDIS_URL: url }, options);
      } finally {
        await redis.stop();
      }
    }),
};

const kurrentAway: Fault = {
  id: 'R3',
  title: 'KurrentDB, which holds the log, is away under HTTP load',
  needs: [needs.kurrentdbToKill],
  run: (options) =>
    withDatabase(async (_, env) => {
      await using node = await OwnKurrentDB.start();
      const [wire, url] = await wired(node.url);
      return await away(wire, { ...env, EVENT_STORE_URL: url }, options);
    }),
};

export const faults: readonly Fault[] = [postgresAway, redisAway, kurrentAway];

async function withDatabase(
  work: (wire: SeverableProxy, env: Environment) => Promise<Counts>,
): Promise<Counts> {
  await using server = await OwnPostgres.start();
  const [wire, url] = await wired(await server.createDatabase('entente'));
  try {
    return await work(wire, {
      DATABASE_URL: url,
      INSTALLATION_KEY: KEY,
      SEALING_KEY: KEY,
      LOG_LEVEL: 'fatal',
    });
  } finally {
    await wire.cut();
  }
}

/** A wire to the server of a URL, and the URL over it. */
async function wired(target: string): Promise<[SeverableProxy, string]> {
  const url = new URL(target);
  const wire = await SeverableProxy.to(url.hostname, Number(url.port));
  url.host = `127.0.0.1:${wire.port}`;
  return [wire, url.href];
}

async function away(wire: SeverableProxy, env: Environment, { short, say }: FaultOptions): Promise<Counts> {
  const outageMs = short ? 3_000 : 10_000;
  const folder = dataFolder();
  const { program, url } = await startServer({ ...env, DATA_DIR: folder.path });
  try {
    const load = await HttpLoad.start(url);
    await sleep(2_000);
    say(`cut after ${load.acknowledged} commands`);
    const cutAt = performance.now();
    await wire.cut();
    await sleep(outageMs);
    await wire.mend();
    const mendedAt = performance.now();
    await sleep(BACK_WITHIN_MS + 1_000);
    await load.stop();
    await load.verify();
    const ended = await program.kill('SIGTERM');
    mustHold(
      ended.code === 0 && ended.stderr === '',
      `the program ended with ${ended.code}: ${ended.stderr}`,
    );
    return { 'seconds away': outageMs / 1_000, ...judge(load.endings, cutAt, mendedAt) };
  } finally {
    await program.kill('SIGKILL');
    folder.remove();
  }
}

function judge(endings: readonly Ending[], cutAt: number, mendedAt: number): Counts {
  const isServed = ({ status }: Ending): boolean => status >= 200 && status < 300;
  const refused = endings.filter((ending) => !isServed(ending));
  const wrong = refused.filter(({ status, retryAfter }) => status !== 503 || retryAfter === null);
  mustHold(
    wrong.length === 0,
    `answered otherwise: ${[...new Set(wrong.map(({ status }) => status))].join(', ')}`,
  );
  const first = endings.find((ending) => ending.isCommand && isServed(ending) && ending.at > mendedAt);
  const backAfterMs = Math.round((first?.at ?? Number.POSITIVE_INFINITY) - mendedAt);
  mustHold(backAfterMs <= BACK_WITHIN_MS, `the first command succeeded ${backAfterMs} ms after it was back`);
  const meanwhile = endings.filter(({ at }) => at > cutAt && at < mendedAt);
  return {
    'requests meanwhile': meanwhile.length,
    'of these served': meanwhile.filter(isServed).length,
    'answered 503 with Retry-After': refused.length,
    'answered otherwise': wrong.length,
    'slowest answer in ms': Math.round(Math.max(...endings.map(({ ms }) => ms))),
    'first command served after ms': backAfterMs,
  };
}
