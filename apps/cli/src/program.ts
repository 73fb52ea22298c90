import { loadConfiguration } from '@entente/platform';
import { Command } from 'commander';

import { httpUrl, instant, stageMap, stageName, wholeNumber } from './arguments.js';
import type { DemoOptions } from './commands/demo.js';
import type { ImportOptions } from './commands/import.js';
import type { ListOptions } from './commands/list.js';
import type { RetryOptions } from './commands/parked.js';
import type { MigrateOptions } from './commands/migrate-definition.js';
import type { PublishOptions } from './commands/publish-definition.js';
import type { RebuildOptions } from './commands/rebuild.js';
import type { ReplayOptions, ShowOptions } from './commands/show.js';
import type { ViewsOptions } from './commands/views.js';
import { terminal } from './output.js';
import { addCalendars } from './calendar-program.js';
import { open } from './open.js';
import { addReminders } from './reminders-program.js';

const SPACE = ['--space <space>', 'main or demo; default: main when anything is in it, else demo'] as const;
const JSON_DATA = ['--json', 'print data for programs'] as const;
const NUMBER = ['<number>', 'reference number or id of the agreement'] as const;
const LIMIT = ['--limit <n>', 'rows at most, 1 to 100', wholeNumber(1, 100), 50] as const;

/**
 * What the command line offers. The modules behind a command are loaded when it is run: help and a wrong value in the
 * environment are answered without waiting for the whole of Entente. Throws CommanderError after a help text too.
 */
export function commandLine(): Command {
  const program = new Command('entente')
    .description('Entente: agreements from draft to conclusion, every step an event')
    .showHelpAfterError('(--help shows what there is)')
    .exitOverride()
    .hook('preAction', () => {
      loadConfiguration(process.env);
    });
  addOperating(program);
  addViews(program);
  addReading(program);
  addReminders(program);
  addDefinitions(program);
  addCalendars(program);
  return program;
}

function addOperating(program: Command): void {
  program
    .command('start')
    .description(
      'run everything in one process: API, web page, worker and, unless DATABASE_URL is set, the database',
    )
    .action(async () => (await import('./commands/start.js')).start());
  program
    .command('demo')
    .description('fill space "demo" with the demo letters, or walk a fresh one through all stages')
    .option('--check', 'walk a fresh letter through all stages of a running server, over HTTP')
    .option(
      '--url <url>',
      'the server to check',
      httpUrl,
      `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`,
    )
    .option('--json', 'with --check: print the steps as data for programs')
    .option('--ahead <days>', 'move the demo’s clock ahead by working days', wholeNumber(1, 250))
    .action(async ({ check, ahead, ...options }: DemoOptions) => {
      const demo = await import('./commands/demo.js');
      if (check) await demo.check(options);
      else await open((tools) => (ahead === undefined ? demo.fill(tools) : demo.advance(tools, ahead)));
    });
  program
    .command('import')
    .description('bring in what was kept elsewhere')
    .command('organisations')
    .description('organisations and who fills their positions, from a CSV; all rows or none, and once only')
    .argument('<file>', 'CSV in UTF-8; its columns: name_zh, name_en, registration_code, position_zh …')
    .option('--dry-run', 'only say what would happen')
    .option('--space <space>', 'main or demo', 'main')
    .action(async (file: string, options: ImportOptions) => {
      const { importOrganisations, readTable } = await import('./commands/import.js');
      const table = await readTable(file);
      await open((tools) => importOrganisations(tools, table, options));
    });
  program
    .command('migrate')
    .description('bring the database up to date, for installations that do so before they start')
    .action(async () => {
      // Opening an installation migrates it.
      await open(() => Promise.resolve());
      terminal.print('The database is up to date.');
    });
}

function addViews(program: Command): void {
  program
    .command('views')
    .description('how far every view and automation is: version, position, lag, what it leaves out')
    .option(...JSON_DATA)
    .action(async (options: ViewsOptions) => {
      const { views } = await import('./commands/views.js');
      await open((tools) => views(tools, options));
    });
  program
    .command('rebuild')
    .description('make a view anew from the log; people go on reading the old rows until the new ones stand')
    .argument('[view]', 'e.g. agreement-board; a wrong name lists them all')
    .option('--all', 'every view')
    .option('--adopt-log', 'with --all: follow the log that is there now, and forget what another one gave')
    .action(async (view: string | undefined, options: RebuildOptions) => {
      const { rebuild, viewToRebuild } = await import('./commands/rebuild.js');
      const which = viewToRebuild(view, options);
      await open((tools) => rebuild(tools, which), { adoptLog: options.adoptLog === true });
    });
  const parked = program
    .command('parked')
    .description('streams that a view leaves out since an event failed');
  parked
    .command('list')
    .description('which, since when and why')
    .option(...JSON_DATA)
    .action(async (options: { readonly json?: boolean }) => {
      const { listParked } = await import('./commands/parked.js');
      await open((tools) => listParked(tools, options));
    });
  parked
    .command('retry')
    .description('give them to their views again; what still fails stays parked')
    .option('--view <name>', 'only those of this view or automation')
    .option('--stream <name>', 'only this one, e.g. main.agreement-4b1f…')
    .option('--all', 'all that are parked')
    .action(async (options: RetryOptions) => {
      const { retryParked } = await import('./commands/parked.js');
      await open((tools) => retryParked(tools, options), { silent: true });
    });
}

function addReading(program: Command): void {
  program
    .command('list')
    .description('agreements with their stage and next deadline')
    .option(...SPACE)
    .option('--stage <stage>', 'only this stage', stageName)
    .option('--search <text>', 'in number, title, field and names of parties, zh or en')
    .option(...LIMIT)
    .option(...JSON_DATA)
    .action(async (options: ListOptions) => {
      const { list } = await import('./commands/list.js');
      await open((tools) => list(tools, options));
    });
  program
    .command('show')
    .description('one agreement: parties, text, deadlines and history in sentences')
    .argument(...NUMBER)
    .option(...SPACE)
    .option(...JSON_DATA)
    .action(async (number: string, options: ShowOptions) => {
      const { show } = await import('./commands/show.js');
      await open((tools) => show(tools, number, options));
    });
  program
    .command('replay')
    .description('what an agreement was at an earlier moment; changes nothing')
    .argument(...NUMBER)
    .option('--at-revision <n>', 'after this revision, from 0', wholeNumber(0, Number.MAX_SAFE_INTEGER))
    .option('--at <instant>', 'as recorded at this instant, e.g. 2026-03-01T09:00:00+08:00', instant)
    .option(...SPACE)
    .option(...JSON_DATA)
    .action(async (number: string, options: ReplayOptions) => {
      const { replay } = await import('./commands/show.js');
      await open((tools) => replay(tools, number, options));
    });
}

function addDefinitions(program: Command): void {
  const definition = program
    .command('definition')
    .description('workflow definitions: what is wrong with one, what it looks like, and to publish it');
  definition
    .command('check')
    .description('every fault of a definition with its place, and what would be right')
    .argument('<file>', 'a JSON file')
    .option(...JSON_DATA)
    .action(async (file: string, options: { readonly json?: boolean }) =>
      (await import('./commands/definition.js')).check(file, options),
    );
  definition
    .command('draw')
    .description('the stages and the ways between them, as SVG')
    .argument('<name>', 'a definition such as letter-of-intent@1, or a JSON file')
    .action(async (name: string) => (await import('./commands/definition.js')).draw(name));
  definition
    .command('test')
    .description('play scenarios, who does what and what must come of it, by the rules letters go by')
    .argument('<file>', 'a JSON file; see test/scenarios for those of the shipped definitions')
    .action(async (file: string) => (await import('./commands/test-definition.js')).testDefinition(file));
  definition
    .command('publish')
    .description('make a version known for good, for letters to come; the same one again changes nothing')
    .argument('<file>', 'a JSON file')
    .option('--dry-run', 'only say what is wrong with it')
    .option('--space <space>', 'main or demo', 'main')
    .action(async (file: string, options: PublishOptions) => {
      const { publishDefinition } = await import('./commands/publish-definition.js');
      await open((tools) => publishDefinition(tools, file, options));
    });
  definition
    .command('migrate')
    .description('let agreements in flight go on under another version; stopped, it is simply run again')
    .argument('<name>', 'a definition, or one version of it such as letter-of-intent@1')
    .requiredOption('--to <version>', 'its version to go by, or another definition of the same kind')
    .option('--map <old=new>', 'a stage that the other one calls otherwise; several times', stageMap, {})
    .option('--dry-run', 'only say what would come of each')
    .option('--space <space>', 'main or demo', 'main')
    .option('--limit <n>', 'lines at most; all are counted', wholeNumber(0, 1_000_000), 50)
    .action(async (name: string, options: MigrateOptions) => {
      const { migrateDefinition } = await import('./commands/migrate-definition.js');
      await open((tools) => migrateDefinition(tools, name, options));
    });
}
