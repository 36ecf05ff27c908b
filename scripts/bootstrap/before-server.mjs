import { enableCompileCache, setSourceMapsSupport } from 'node:module';
import { join } from 'node:path';

// Loaded before the built server. What was compiled at the last start is kept in the folder of the project, where nobody else writes code.
enableCompileCache(join(import.meta.dirname, '..', '..', '.cache', 'compiled'));

// Stacks name our sources. Said here and not by the switch of the command line, with which the logger's look at its caller makes Node read the whole map at every start.
setSourceMapsSupport(true);
