import { Argument, type Command } from 'commander';

import { instant } from './arguments.js';
import type { AnswerOptions, HandOverOptions, ToldOptions } from './commands/answer-reminders.js';
import { open } from './open.js';

const MEANS = ['phone', 'in-person', 'chat', 'other'] as const;

/** What people answer to reminders, as they said it to those who run the installation. */
export function addAnswers(reminders: Command): void {
  withDeadline(reminders.command('people'), 'who is reminded of a deadline, and what they answered').action(
    async (number: string, deadline: string, options: AnswerOptions) => {
      const { remindedPeople } = await import('./commands/answer-reminders.js');
      await open((tools) => remindedPeople(tools, number, deadline, options));
    },
  );
  const answer = reminders.command('answer').description('what somebody said who is reminded, or was told');
  const saying = (name: string, what: string): Command =>
    withDeadline(answer.command(name), what).option(
      '--position <id>',
      'whose duty it is, where several are reminded',
    );
  saying('acknowledge', 'they are on it').action(
    async (number: string, deadline: string, options: AnswerOptions) => {
      const { acknowledge } = await import('./commands/answer-reminders.js');
      await open((tools) => acknowledge(tools, number, deadline, options));
    },
  );
  saying('snooze', 'they want to be reminded again on a day')
    .argument('<day>', 'the day, YYYY-MM-DD')
    .action(async (number: string, deadline: string, day: string, options: AnswerOptions) => {
      const { snooze } = await import('./commands/answer-reminders.js');
      await open((tools) => snooze(tools, number, deadline, day, options));
    });
  saying('hand-over', 'it is not theirs')
    .option('--to <id>', 'the position whose it is; without it that is to be found out')
    .option('--word <text>', 'what they said beside')
    .action(async (number: string, deadline: string, options: HandOverOptions) => {
      const { handOver } = await import('./commands/answer-reminders.js');
      await open((tools) => handOver(tools, number, deadline, options));
    });
  saying('told', 'somebody was told by hand')
    .addArgument(new Argument('<means>', 'how').choices(MEANS))
    .option('--person <id>', 'who was told; whoever holds the position')
    .option('--at <instant>', 'when, with an offset; now', instant)
    .option('--promised', 'they promised to see to it')
    .option('--note <text>', 'what was said')
    .action(async (number: string, deadline: string, means: (typeof MEANS)[number], options: ToldOptions) => {
      const { told } = await import('./commands/answer-reminders.js');
      await open((tools) => told(tools, number, deadline, means, options));
    });
}

function withDeadline(command: Command, description: string): Command {
  return command
    .description(description)
    .argument('<number>', 'reference number or id of the agreement')
    .argument('<deadline>', 'the id of the deadline, such as signing-14')
    .option('--space <space>', 'main or demo; default: main when anything is in it, else demo')
    .option('--json', 'print data for programs');
}
