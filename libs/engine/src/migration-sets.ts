import { eventStoreMigrationSet } from '@entente/event-store';
import { sealingMigrations } from '@entente/identity';
import { reminderMigrations } from '@entente/jobs';
import { notificationMigrations } from '@entente/notification';
import { platformMigrations, type MigrationSet } from '@entente/platform';
import { viewsMigrations } from '@entente/views';

/** Every schema Entente keeps in its database, in the order they are brought up to date. */
export const migrationSets: readonly MigrationSet[] = [
  platformMigrations,
  eventStoreMigrationSet,
  sealingMigrations,
  viewsMigrations,
  reminderMigrations,
  notificationMigrations,
];
