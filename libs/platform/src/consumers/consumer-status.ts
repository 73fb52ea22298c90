import type { Database } from '../database/database.js';
import type { PlatformTables } from '../migrations.js';
import type { Checkpoint } from './checkpoints.js';
import type { Consumer, ConsumerStatus, Reactor } from './consumer.js';
import { lagOf, type LagPorts } from './lag.js';
import { allProgress } from './rebuild-progress.js';

export async function consumerStatus(
  ports: LagPorts,
  spaces: readonly string[],
  consumer: Consumer | Reactor,
  checkpoint: Checkpoint | undefined,
): Promise<ConsumerStatus> {
  const isView = 'apply' in consumer;
  const made = checkpoint?.version ?? 0;
  return {
    name: consumer.name,
    kind: isView ? 'view' : 'reactor',
    version: isView && made === 0 ? consumer.version : made,
    position: checkpoint?.position,
    ...(await lagOf(ports, spaces, consumer, checkpoint)),
    parked: checkpoint?.parked ?? 0,
    ...(checkpoint?.failure ? { failure: checkpoint.failure } : {}),
  };
}

export async function withRebuilds(
  statuses: readonly ConsumerStatus[],
  database: Database,
): Promise<ConsumerStatus[]> {
  const rebuilds = await allProgress(database.tables<PlatformTables>());
  return statuses.map((status) => {
    const rebuild = rebuilds.get(status.name);
    return rebuild ? { ...status, rebuild } : status;
  });
}
