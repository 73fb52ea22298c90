import { setTimeout as sleep } from 'node:timers/promises';

import { dataFolder, startServer, type Program } from '../support/running-program.js';
import { mustHold, type Fault } from './fault.js';
import { HttpLoad } from './http-load.js';
import { endPostmaster, isRunning, postmaster } from './postmaster.js';

/** Commands between two kills at least: a program that was just started is slow. */
const ENOUGH = 50;

export const fault: Fault = {
  id: 'R2',
  title: 'the program is killed under HTTP load, and its database lives on',
  async run({ short, say }) {
    const kills = short ? 3 : 20;
    const folder = dataFolder();
    let program: Program | undefined;
    let adopted = 0;
    try {
      const first = await startServer({ DATA_DIR: folder.path, LOG_LEVEL: 'warn' });
      program = first.program;
      const load = await HttpLoad.start(first.url);
      for (let kill = 1; kill <= kills; kill += 1) {
        await load.serves(ENOUGH);
        await sleep(Math.random() * 300);
        const orphan = postmaster(folder.path);
        await program.kill('SIGKILL');
        const next = await startServer({ DATA_DIR: folder.path, LOG_LEVEL: 'warn' });
        program = next.program;
        load.urls = [next.url];
        if (orphan !== undefined && postmaster(folder.path) === orphan) adopted += 1;
        else mustHold(!isRunning(orphan), `the database of the killed program still runs beside the new one`);
        say(`${kill} kills, ${load.acknowledged} commands acknowledged`);
      }
      await load.stop();
      await load.verify();
      const { code, stderr } = await program.kill('SIGTERM');
      mustHold(code === 0 && !/unhandled/iu.test(stderr), `the program ended with ${code}: ${stderr}`);
      mustHold(postmaster(folder.path) === undefined, 'the last start left its database behind');
      return {
        kills,
        'commands acknowledged': load.acknowledged,
        lost: 0,
        'commands repeated with their key': load.inDoubt,
        'databases adopted': `${adopted} of ${kills}`,
      };
    } finally {
      await program?.kill('SIGKILL');
      await endPostmaster(folder.path);
      folder.remove();
    }
  },
};
