import type * as directory from '@entente/directory';

import { Message } from './message.js';

/** Target: the organisation's id. */
export class RegisterOrganisation extends Message<directory.RegisterOrganisation> {}
export class FillPosition extends Message<directory.FillPosition> {}

/** Target: the person's id. */
export class RegisterPerson extends Message<directory.RegisterPerson> {}
export class ErasePerson extends Message<directory.ErasePerson> {}
