import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const PUBLIC = 'entente:public';

/** Open to everyone. A route without this mark needs a session, whoever forgot to think of it. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC, true);
