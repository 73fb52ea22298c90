import { ApiSchema } from '@nestjs/swagger';

import { AnInstant, AnInteger, AText } from '../fields/answer-fields.js';
import { WholeNumber } from '../fields/fields.js';

/** A year of working days. */
const MOST = 250;

@ApiSchema({ name: 'AdvanceClock' })
export class AdvanceClockDto {
  @WholeNumber(1, MOST)
  readonly workingDays!: number;
}

@ApiSchema({ name: 'Clock' })
export class ClockDto {
  @AnInstant()
  readonly now!: string;

  @AText({ description: 'in which its days are counted' })
  readonly zone!: string;

  @AnInteger({ description: 'by how many milliseconds it is ahead of the real time' })
  readonly aheadMs!: number;
}
