#!/usr/bin/env node
'use strict';
// Committed rather than built, so that npm links it at install; it runs the build in this very process,
// because signals and the pid in the instance guard must be the server's own.
require('../dist/main.js');
